"""An exercise has its sections, three hints, tests enough, and mutants."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack

SECTIONS = ("Task", "Hints", "Approach", "Rubric", "Probes")
HINTS = 3
FEWEST_TESTS = 8


def count_tests(code: str) -> int:
    """Functions named `test_…` at the top of the code, those of classes too; -1 when it is not Python."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return -1
    return sum(
        isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        for node in ast.walk(tree)
    )


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look for every part, and count."""
    exercise = entry.item
    if not isinstance(exercise, Exercise):
        return
    for title in SECTIONS:
        if not exercise.section_text(title):
            hint = f"an exercise has: {', '.join(SECTIONS)}"
            yield Finding(message=f"the section {title!r} is missing or empty", line=1, hint=hint)
    if exercise.section_text("Hints") and len(exercise.hints) != HINTS:
        yield Finding(
            message=f"there are {len(exercise.hints)} hints", line=1, hint="write three `1.` items"
        )
    if exercise.section_text("Rubric") and not exercise.rubric:
        yield Finding(
            message="the rubric is no list", line=1, hint="write `- **Clarity:** …` items"
        )
    if not exercise.mutants:
        yield Finding(
            message="there is no mutant",
            line=1,
            hint="write mutants/<name>.py: a version that is wrong",
        )
    yield from _check_code(exercise)


def _check_code(exercise: Exercise) -> Iterator[Finding]:
    parts = (
        ("starter.py", exercise.starter),
        ("solution.py", exercise.solution),
        ("oracle.py", exercise.oracle),
    )
    for name, code in parts:
        if count_tests(code) < 0:
            yield Finding(message=f"{name} is not Python", line=1, hint="mend the syntax")
    tests = count_tests(exercise.tests)
    more = count_tests(exercise.oracle)
    if tests < 0 or tests + max(more, 0) < FEWEST_TESTS:
        said = "tests.py is not Python" if tests < 0 else f"there are {tests + max(more, 0)} tests"
        yield Finding(
            message=said, line=1, hint=f"write at least {FEWEST_TESTS} functions named test_…"
        )


RULE = Rule(
    name="exercise-parts",
    sentence="An exercise has a task, three hints, an approach, a rubric, probes, eight tests and a mutant.",
    good="## Hints\n\n1. Add them.\n2. With a loop.\n3. Begin at zero.\n",
    bad="## Hints\n\n1. Add them.\n",
    check=check,
    sample="exercise section",
)
