"""Starter and solution define what the signature names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, place_of
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack

_CALL = re.compile(r"(?:^|[,\s])([A-Za-z_]\w*)\(")


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look the functions up in both files."""
    exercise = entry.item
    if not isinstance(exercise, Exercise):
        return
    wanted = set(_CALL.findall(exercise.signature))
    for name, code in (("starter.py", exercise.starter), ("solution.py", exercise.solution)):
        missing = sorted(wanted - _functions(code))
        if not wanted or missing:
            message = (
                f"{name} does not define {', '.join(missing)}"
                if wanted
                else "the signature names no function"
            )
            hint = "write the signature as the call of a function that both files define: `softmax(x, axis=-1)`"
            yield Finding(message=message, hint=hint, **place_of(entry, "signature"))
            return


def _functions(code: str) -> set[str]:
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}


RULE = Rule(
    name="exercise-signature",
    sentence="An exercise's starter and solution define the functions that its signature names.",
    good='signature: "total(values)"\n',
    bad='signature: "grand_total(values)"\n',
    sample="exercise field",
    check=check,
)
