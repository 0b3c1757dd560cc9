"""FSRS-6 by the `fsrs` package, under the one rule that page and terminal share.

The rule: a memory ages in whole days of 86,400,000 milliseconds between two instants of UTC,
never less than none; no learning steps, no relearning steps, no fuzz. `tests/vectors/` holds it to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fsrs import Card as PackageCard
    from fsrs import Scheduler

DAY: Final = 86_400_000
"""Milliseconds of the day that memories age by."""

LONGEST: Final = 36_500
"""Days; no interval is longer."""

START: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The package is asked about memories that were last seen then: only whole days matter to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What FSRS keeps of one question: days of stability, difficulty 1-10, instant of the last review.

    Attributes:
        stability: Days until recall falls to 0.9.
        difficulty: 1-10.
        last: The last review, milliseconds since 1970 UTC.
    """

    stability: float
    difficulty: float
    last: int


def elapsed_days(last: int, now: int) -> int:
    """Whole days from `last` to `now`, milliseconds since 1970 UTC; 0 when the clock went back."""
    return max(0, (now - last) // DAY)


@cache
def scheduler(retention: float) -> Scheduler:
    """The package's scheduler for a desired retention, without steps and fuzz."""
    from fsrs import Scheduler as Package

    return Package(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def _package_card(memory: Memory | None) -> PackageCard:
    """The package's own card for a memory, last seen at `START`."""
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=0, due=START)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=START,
        last_review=START,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Where a row of reviews leads.

    Attributes:
        memory: After the last review; None when there was none.
        due: When it is to come back, milliseconds since 1970 UTC; 0 when there was none.
        chances: Recall predicted for each review, -1 where the last one was less than a day before.
    """

    memory: Memory | None
    due: int
    chances: tuple[float, ...]


def follow(memory: Memory | None, steps: Iterable[tuple[int, int]], retention: float) -> Course:
    """The memory after a row of reviews.

    Args:
        memory: Before; None for a question never seen.
        steps: Pairs of instant (milliseconds since 1970 UTC) and rating 1-4, oldest first.
        retention: Desired recall at the time of the next review.
    """
    from fsrs import Rating

    package, card = scheduler(retention), _package_card(memory)
    last, due, chances = None if memory is None else memory.last, 0, []
    for at, rating in steps:
        days = 0 if last is None else elapsed_days(last, at)
        moment = START + timedelta(days=days)
        chances.append(package.get_card_retrievability(card, moment) if days else -1.0)
        card, _ = package.review_card(card, Rating(rating), moment)
        last, due, card.last_review = at, at + (card.due - moment).days * DAY, START
    if last is None or card.stability is None or card.difficulty is None:
        return Course(memory=None, due=0, chances=())
    memory = Memory(stability=card.stability, difficulty=card.difficulty, last=last)
    return Course(memory=memory, due=due, chances=tuple(chances))


def review(memory: Memory | None, rating: int, at: int, retention: float) -> tuple[Memory, int]:
    """The memory after one review, and the instant at which it is to come back.

    Args:
        memory: Before; None for a question never seen.
        rating: 1-4.
        at: When, milliseconds since 1970 UTC.
        retention: Desired recall at the time of the next review.

    Returns:
        The new memory and its due instant, milliseconds since 1970 UTC.
    """
    course = follow(memory, ((at, rating),), retention)
    if course.memory is None:
        message = "a reviewed question has a memory"
        raise AssertionError(message)
    return course.memory, course.due


def recall(memory: Memory | None, now: int) -> float:
    """Chance, 0-1, that the question is answered right now (milliseconds since 1970 UTC); 0 when never seen."""
    if memory is None:
        return 0.0
    moment = START + timedelta(days=elapsed_days(memory.last, now))
    return scheduler(0.9).get_card_retrievability(_package_card(memory), moment)


def next_dates(memory: Memory | None, now: int, retention: float) -> dict[int, int]:
    """The due instant that each rating 1-4 would give, milliseconds since 1970 UTC."""
    return {rating: review(memory, rating, now, retention)[1] for rating in (1, 2, 3, 4)}


def parameters() -> tuple[float, ...]:
    """The 21 weights of FSRS-6 in use: the package's own."""
    return scheduler(0.9).parameters
