"""What an id may be."""

from __future__ import annotations

import re

_ID = re.compile(r"[a-z0-9-]{1,80}")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)


def find_id_fault(value: str) -> str:
    """Why the text cannot be an id, or empty."""
    if not _ID.fullmatch(value):
        return "an id is 1 to 80 of the characters a-z, 0-9 and -"
    if value in _RESERVED:
        return "Windows reserves this name"
    return ""
