"""Questions in short, for the browser app's queue: one classic script, since pages from a folder may not fetch."""

from __future__ import annotations

import json
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from prep_tracker.model.words import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.catalog import Catalog
    from prep_tracker.model.question import Question

ITEMS = "assets/items.js"
WEIGHTS = {Asked.OFTEN: 4, Asked.SOMETIMES: 2, Asked.RARE: 1}
"""As the terminal weighs questions for somebody without an aim."""
SPOKEN = frozenset({"concept", "explain", "behavioral"})
"""Kinds that a sitting brings by itself, as in the terminal."""


def render_items(catalog: Catalog) -> bytes:
    """`prepItems("…")` with a row for each question: id, minutes, weight, whether a sitting brings it, syllabus lines, topic.

    The topics take turns, so that a first sitting is not all of one subject.
    """
    places = {line.id: place for place, line in enumerate(catalog.syllabus)}
    rows = [
        [
            question.id,
            question.minutes,
            WEIGHTS[question.asked],
            int(question.kind in SPOKEN),
            [places[line] for line in question.covers if line in places],
            question.topic,
        ]
        for question in _take_turns(catalog.questions)
    ]
    text = json.dumps(rows, separators=(",", ":"), ensure_ascii=True)
    return f"prepItems({json.dumps(text)});\n".encode("ascii")


def _take_turns(questions: Iterable[Question]) -> Iterable[Question]:
    topics: dict[tuple[str, str], list[Question]] = {}
    for question in questions:
        topics.setdefault((question.pack, question.topic), []).append(question)
    rounds = zip_longest(*topics.values())
    return (question for question in chain.from_iterable(rounds) if question is not None)
