"""Which requests are answered: of this computer, to this computer, for a file of the site."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
)
"""Sent with every answer."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
LONGEST = 2_000
SENT_TYPE = "application/x-ndjson"
MOST_SENT = 1_000_000
"""Bytes of events that a page may send at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    reason: str


def check_request(
    method: str, headers: Mapping[str, list[str]], port: int, *, may_send: bool = False
) -> Refusal | None:
    """What is wrong with the request itself; None when it may be answered.

    Args:
        method: HTTP method.
        headers: Every value of each header, by lower-case name.
        port: The port that is served.
        may_send: Whether what is asked for takes events from our own pages.
    """
    foreign = _check_asker(headers, port)
    if foreign is not None:
        return foreign
    if may_send and method == "POST":
        return _check_sent(headers)
    if method not in {"GET", "HEAD"}:
        return Refusal(status=405, reason="pages are only read")
    if headers.get("transfer-encoding") or any(
        size != "0" for size in headers.get("content-length", [])
    ):
        return Refusal(status=413, reason="a request for a page has no body")
    return None


def _check_asker(headers: Mapping[str, list[str]], port: int) -> Refusal | None:
    """What is wrong with who asks, and whom; None when it is this computer asking this server."""
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    if port == 80:  # noqa: PLR2004 - browsers leave out the port of http
        hosts |= {"127.0.0.1", "localhost"}
    if len(headers.get("host", [])) != 1 or headers["host"][0] not in hosts:
        return Refusal(status=421, reason="this server answers for localhost only")
    if any(
        origin not in {f"http://{host}" for host in hosts} for origin in headers.get("origin", [])
    ):
        return Refusal(status=403, reason="other sites may not ask")
    if any(site not in {"same-origin", "none"} for site in headers.get("sec-fetch-site", [])):
        return Refusal(status=403, reason="other sites may not ask")
    return None


def _check_sent(headers: Mapping[str, list[str]]) -> Refusal | None:
    """What is wrong with events that a page sends: only a script of this origin can make such a request."""
    if len(headers.get("origin", [])) != 1 or headers.get("x-prep-tracker") != ["1"]:
        return Refusal(status=403, reason="only pages of this site may send")
    if headers.get("content-type") != [SENT_TYPE]:
        return Refusal(status=415, reason=f"events are sent as {SENT_TYPE}")
    sizes = headers.get("content-length", [])
    if headers.get("transfer-encoding") or len(sizes) != 1 or not sizes[0].isdecimal():
        return Refusal(status=411, reason="say how long it is")
    if len(sizes[0]) > len(str(MOST_SENT)) or int(sizes[0]) > MOST_SENT:
        return Refusal(status=413, reason=f"at most {MOST_SENT} bytes at once")
    return None


def has_token(headers: Mapping[str, list[str]], name: str, token: str) -> bool:
    """Whether a request carries the cookie that this server gave to its own pages."""
    for line in headers.get("cookie", []):
        for pair in line.split(";"):
            key, _, value = pair.strip().partition("=")
            if key == name and compare_digest(value.encode(), token.encode()):
                return True
    return False


def find_file(root: Path, target: str) -> Path | Refusal:
    """The file that a request's target names.

    Args:
        root: Folder of the site, an absolute path without links.
        target: The target as sent: path and query, percent-encoded.
    """
    missing = Refusal(status=404, reason="there is no such page")
    path, _, _ = target.partition("?")
    if not path.startswith("/") or path.startswith("//") or len(path) > LONGEST:
        return missing
    try:
        name = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return missing
    if any(ord(letter) < 32 or letter in '\\:%"<>|\x7f' for letter in name):  # noqa: PLR2004 - control characters
        return missing
    parts = name.split("/")[1:]
    if parts[-1] == "":
        parts[-1] = "index.html"
    if any(part in {"", ".", ".."} or part.startswith(".") for part in parts):
        return missing
    return _walk(root, parts) or missing


def _walk(root: Path, parts: list[str]) -> Path | None:
    """The regular file below `root`, reached through folders and never through a link."""
    here = root
    for number, part in enumerate(parts):
        here = here / part
        try:
            mode = os.lstat(here).st_mode
        except (OSError, ValueError):
            return None
        wanted = stat.S_ISREG if number == len(parts) - 1 else stat.S_ISDIR
        if not wanted(mode):
            return None
    return here


def find_type(path: Path) -> str:
    """The content type of a file of the site."""
    return TYPES.get(path.suffix.lower(), "application/octet-stream")
