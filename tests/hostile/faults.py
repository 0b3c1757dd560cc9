"""Tags and attributes that stand in no page of ours, whatever a pack says."""

from __future__ import annotations

import re
from functools import cache

NEVER = frozenset(
    (
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "meta", "style",
        "template", "noscript", "form", "input", "button", "select", "textarea", "video", "audio", "source", "track",
        "marquee", "foreignobject", "animate", "set", "use", "image", "plaintext", "xmp",
    )
)  # fmt: skip
BAD = frozenset({"srcdoc", "formaction", "ping", "srcset", "name", "background", "is"})
_TAG = re.compile(r"<([a-zA-Z][^\s/>]*)([^>]*)>")
_ATTRIBUTE = re.compile(r'\s+([^\s="]+)(?:="([^"]*)")?')
_GOOD = re.compile(r"(?:https?|mailto):|(?!\s*[a-z][a-z0-9+.\t\r\n-]*:)", re.IGNORECASE)


def find_faults(html: str) -> list[str]:
    """Tags and attributes in our part of a page that nobody of ours writes."""
    return [fault for tag in set(_TAG.findall(html)) for fault in judge_tag(*tag)]


@cache
def judge_tag(tag: str, attributes: str) -> list[str]:
    """What is wrong with one tag; what our own code draws with has no address and no handler either."""
    faults = [tag] if tag.lower() in NEVER else []
    for name, value in _ATTRIBUTE.findall(attributes):
        if name.lower() in BAD or name.lower().startswith("on"):
            faults.append(f"{tag} {name}")
        if name in {"href", "src"} and (
            not _GOOD.match(value) or (tag == "img" and "://" in value)
        ):
            faults.append(f"{tag} {name}={value}")
    return faults
