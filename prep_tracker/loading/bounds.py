"""How much a text may ask of what renders it: the libraries behind have no limits of their own."""

from __future__ import annotations

import re

MAX_FORMULA = 2_000
"""Characters of a formula: the converter recurses, and a few thousand levels end the process."""
MAX_COLORED = 2_000
"""Characters of one block that Pygments colors: some of its lexers take quadratic time or worse."""
MAX_COLORED_PAGE = 20_000
"""Characters of all such blocks of a page together."""
MAX_NESTED = 24
"""Quotes and lists opened on one line: each costs time for every one around it."""
_DEEP = re.compile(
    rf"^[ \t]*(?:(?:>|[-+*](?=[ \t])|[0-9]{{1,9}}[.)](?=[ \t]))[ \t]*){{{MAX_NESTED}}}",
    re.MULTILINE,
)


def find_deep_line(text: str) -> int:
    """1-based line on which more quotes and lists open than are rendered; 0 when there is none."""
    found = _DEEP.search(text)
    return text.count("\n", 0, found.end()) + 1 if found else 0
