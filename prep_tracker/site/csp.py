"""The Content-Security-Policy that every page carries: no script but the theme's and ours."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from prep_tracker.errors import BuildError

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_RULES = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)


def script_hashes(html: str) -> tuple[str, ...]:
    """CSP sources of the inline scripts in a page of the theme, in the order in which they stand."""
    found = (
        match["code"]
        for match in _INLINE.finditer(html)
        if "src=" not in match["attributes"] and "application/json" not in match["attributes"]
    )
    return tuple(f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in found)


def render_policy(hashes: tuple[str, ...]) -> str:
    """The policy as one line."""
    scripts = " ".join(dict.fromkeys(("script-src 'self'", *hashes)))
    return "; ".join((scripts, *_RULES))


def add_policy(html: str) -> str:
    """The page with its policy as the first thing after the character set.

    Raises:
        BuildError: The theme's page does not say its character set.
    """
    place = _CHARSET.search(html)
    if place is None:
        raise BuildError("a page of the theme has no <meta charset>", "Use the Material theme.")
    policy = escape(render_policy(script_hashes(html)), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html[: place.end()] + meta + html[place.end() :]
