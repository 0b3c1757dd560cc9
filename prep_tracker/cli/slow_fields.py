"""Fields that take too long to render: tried in a child, so that neither time nor a crash can hurt `packs check`."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prep_tracker.model.problem import Problem

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.question import Question, Section

LONG = 3_000
"""Characters; a shorter field cannot take long."""
SECONDS = 5.0
"""Seconds of CPU that one field may take."""
_DONE = b"."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    item: Question | Exercise
    section: Section


def find_slow_fields(
    catalog: Catalog, *, seconds: float = SECONDS, longer_than: int = LONG
) -> tuple[Problem, ...]:
    """A problem for each field that cannot be rendered in time, at most one a file.

    Args:
        catalog: The packs.
        seconds: CPU time of one field.
        longer_than: Only fields of more characters are tried.
    """
    if not hasattr(os, "fork"):
        return ()
    left = list(_list_fields(catalog, longer_than))
    problems = []
    while left:
        done = _render_until_it_ends(left, seconds)
        if done == len(left):
            break
        slow = left[done]
        problems.append(_make_problem(slow, seconds))
        left = [field for field in left[done + 1 :] if field.item is not slow.item]
    return tuple(problems)


def _list_fields(catalog: Catalog, longer_than: int) -> Iterator[_Field]:
    items: tuple[Question | Exercise, ...] = (*catalog.questions, *catalog.exercises)
    for item in items:
        for section in item.sections:
            if len(section.text) > longer_than:
                yield _Field(item=item, section=section)


def _render_until_it_ends(fields: list[_Field], seconds: float) -> int:
    """How many fields a child rendered before it was done, or was stopped, or crashed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            _render_all(fields, seconds, writer)
        finally:
            os._exit(0)
    os.close(writer)
    try:
        done = 0
        while piece := os.read(reader, 4096):
            done += len(piece)
    finally:
        os.close(reader)
        os.waitpid(child, 0)
    return done


def _render_all(fields: list[_Field], seconds: float, writer: int) -> None:
    from prep_tracker.site.figures import draw_figure
    from prep_tracker.site.prose.highlight import Highlighter
    from prep_tracker.site.prose.renderer import Renderer

    renderer = Renderer(lambda _: "", Highlighter(), draw_figure)
    for field in fields:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        renderer.start_page(field.item.pack)
        renderer.render(field.section.text, depth=2)
        os.write(writer, _DONE)


def _make_problem(field: _Field, seconds: float) -> Problem:
    item = field.item
    path = item.path if item.path.endswith(".md") else f"{item.path}/task.md"
    return Problem(
        code="slow-field",
        message=f"the section {field.section.title[:40]!r} takes longer than {seconds:g} s to render, or cannot be",
        path=path,
        line=field.section.line,
        column=1,
        hint="make it shorter: less nesting, fewer and smaller formulas and code blocks",
        pack=item.pack,
    )
