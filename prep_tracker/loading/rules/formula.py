"""Every formula converts to MathML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from prep_tracker.loading.bounds import MAX_FORMULA
from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.model.pack import Pack

_LEFT = re.compile(r"\$[^$\n]{0,200}\\[A-Za-z]{2,}")
"""A dollar sign and LaTeX that Markdown took for words: a brace or the other dollar sign is missing."""
_COLOR = re.compile(r"\x1b\[[0-9;]*m")


@cache
def _converter() -> Any:
    import math_core

    return math_core.LatexToMathML(fancy_error=False)


def find_fault(formula: str, *, display: bool) -> str:
    """Why the formula cannot be converted, or empty."""
    if len(formula) > MAX_FORMULA:
        return f"longer than {MAX_FORMULA} characters"
    try:
        _converter().convert_with_local_state(formula, displaystyle=display)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the Rust converter is a BaseException
        lines = [line.strip() for line in _COLOR.sub("", str(error)).splitlines() if line.strip()]
        return (lines[0] if lines else type(error).__name__).removeprefix("Error: ")
    return ""


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Convert every formula."""
    for token, line in tokens_of(entry):
        left = _LEFT.search(token.text) if token.kind == "text" else None
        if left:
            message = f"the formula {left[0][:60]!r} has no end"
            hint = "close every brace and the formula; a literal dollar sign is \\$"
            yield Finding(message=message, line=line, column=token.column, hint=hint)
        if token.kind not in {"math", "display-math"}:
            continue
        fault = find_fault(token.text, display=token.kind == "display-math")
        if fault:
            message = f"the formula {token.text.strip()[:60]!r} cannot be set: {fault}"
            hint = "use plain LaTeX mathematics; a literal dollar sign is \\$"
            yield Finding(message=message, line=line, column=token.column, hint=hint)


RULE = Rule(
    name="formula",
    sentence="Every `$…$` and `$$…$$` is LaTeX that converts to MathML.",
    good="The loss is $-\\log p_i$.\n",
    bad="The loss is $\\nosuchcommand{p}$.\n",
    check=check,
    sample="question text",
)
