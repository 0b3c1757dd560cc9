"""Markdown to the plain words that the index holds and that snippets show."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^(```|~~~).*?^\1[^\S\n]*$", re.MULTILINE | re.DOTALL)
_DISPLAY_MATH = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_MATH = re.compile(r"(?<![\\$])\$([^$\n]+?)\$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_LINE_START = re.compile(
    r"^[ \t]*(?:(?:#{1,6}|[-*+]|\d+\.|>)[ \t]+|\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$)", re.MULTILINE
)
_UNDERSCORE = re.compile(r"(?<!\w)_+|_+(?!\w)")
_MARKS = ("*", "`", "\\", "|")
_LATEX = re.compile(r"\\[a-zA-Z]+|[{}_^$\\ ]")
_SHORT_MATH = 14
"""Formulas up to this many characters are read as a name: `$L_1$` is L1, `$k$`-means is k-means."""


def _read_formula(match: re.Match[str]) -> str:
    formula = match[1]
    return _LATEX.sub("", formula) if len(formula) <= _SHORT_MATH else " … "


def render_plain(markdown: str) -> str:
    """The words of a Markdown text on one line: no code blocks, no long formulas, no marks."""
    text = markdown
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(" ", text)
    if "$" in text:
        text = _MATH.sub(_read_formula, _DISPLAY_MATH.sub(" … ", text))
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    text = _LINE_START.sub("", text)
    for mark in _MARKS:
        text = text.replace(mark, "")
    if "_" in text:
        text = _UNDERSCORE.sub("", text)
    return " ".join(text.split())
