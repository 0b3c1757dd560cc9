"""Topics that a plan leaves out most, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from prep_tracker.plan.planner import Task
from prep_tracker.plan.schedule import Sitting

MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A topic with questions that are never studied before the day.

    Attributes:
        topic: Its key.
        title: Its title.
        questions: How many of its questions are left out.
        share: Share of what may be asked that they make up, 0 to 1.
        minutes: Minutes that studying them once would take.
        why: One sentence.
    """

    topic: str
    title: str
    questions: int
    share: float
    minutes: float
    why: str


def find_left_out(
    task: Task,
    days: Sequence[Sequence[Sitting]],
    titles: Mapping[str, str],
    topics: Sequence[str],
) -> tuple[LeftOut, ...]:
    """The five topics of which most is left out.

    Args:
        task: What was planned.
        days: The plan.
        titles: Titles of topics by key.
        topics: Topic of each card, in the order of the deck.
    """
    deck = task.deck
    touched = deck.seen.copy()
    used = [sitting for day in days for sitting in day]
    touched[[sitting.row for sitting in used]] = True
    new = [deck.weight[s.row] / s.minutes for s in used if s.is_new]
    price = float(np.median(new)) if new else 0.0
    found = []
    for topic in sorted(set(topics)):
        rows = [row for row, name in enumerate(topics) if name == topic and not touched[row]]
        if rows:
            share, minutes = float(deck.weight[rows].sum()), float(deck.study[rows].sum())
            found.append(
                LeftOut(
                    topic=topic, title=titles.get(topic, topic), questions=len(rows),
                    share=share, minutes=minutes, why=_say_why(share, minutes, price),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.share, one.topic))[:MOST])


def _say_why(share: float, minutes: float, price: float) -> str:
    """Why these questions wait."""
    if price <= 0:
        return "no minutes are left for anything new"
    ratio = share / minutes / price
    if ratio < 0.9:  # noqa: PLR2004 - clearly less
        return f"a minute on them gives {ratio:.0%} of what one gives on the questions chosen"
    return "they would pay, but the minutes are used up"
