"""Events replayed into cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from prep_tracker.memory import schedule
from prep_tracker.memory.schedule import Memory
from prep_tracker.model.card import Card
from prep_tracker.model.event import Event, EventKind

REPLAY_VERSION = 1
"""Raised when the same events would give other cards; caches of older ones are dropped then."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One review as the replay needs it.

    Attributes:
        at: Milliseconds since 1970 UTC.
        rating: 1-4.
        seconds: Time taken.
    """

    at: int
    rating: int
    seconds: float


def to_milliseconds(at: datetime) -> int:
    """Whole milliseconds since 1970, UTC."""
    return (at - EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(at: int) -> datetime:
    """The instant so many milliseconds after 1970, UTC."""
    return EPOCH + timedelta(milliseconds=at)


def replay_steps(
    item: str, steps: Sequence[Step], retention: float, *, suspended: bool = False
) -> Card:
    """The card of one question from its reviews, ordered by instant.

    Args:
        item: Id of the question.
        steps: Its reviews, oldest first, without those that were undone.
        retention: Desired recall at the time of the next review.
        suspended: The learner has put it aside.
    """
    course = schedule.follow(None, ((step.at, step.rating) for step in steps), retention)
    if course.memory is None:
        return Card(item=item, suspended=suspended)
    chances = zip(course.chances, steps, strict=True)
    return Card(
        item=item,
        stability=course.memory.stability,
        difficulty=course.memory.difficulty,
        due=from_milliseconds(course.due),
        last=from_milliseconds(course.memory.last),
        rating=steps[-1].rating,
        reviews=len(steps),
        lapses=sum(step.rating == 1 for step in steps[1:]),
        seconds=sum(step.seconds for step in steps),
        suspended=suspended,
        marks=tuple(_mark(chance, step.rating) for chance, step in chances if chance >= 0),
    )


def _mark(recall: float, rating: int) -> int:
    """A prediction and its outcome in one number: thousandths of recall, twice, plus 1 when remembered."""
    return round(recall * 1000) * 2 + (rating > 1)


def memory_of(card: Card) -> Memory | None:
    """What FSRS needs of a card; None when it was never reviewed."""
    if card.last is None:
        return None
    return Memory(
        stability=card.stability, difficulty=card.difficulty, last=to_milliseconds(card.last)
    )


def newest_id(item: str, aliases: Mapping[str, str]) -> str:
    """The id that a question has now.

    Args:
        item: An id that it has or had.
        aliases: Old id to the id that replaces it; chains are followed, a circle ends at its start.
    """
    seen = {item}
    while (later := aliases.get(item)) is not None and later not in seen:
        seen.add(later)
        item = later
    return item


def standing_events(events: Iterable[Event]) -> list[Event]:
    """The events that count, ordered by instant and id: without undone ones and without the undos."""
    kept = sorted(
        {event.id: event for event in events}.values(), key=lambda event: (event.at, event.id)
    )
    undone = {event.undoes for event in kept if event.undoes}
    return [event for event in kept if event.kind is not EventKind.UNDO and event.id not in undone]


def replay_events(
    events: Iterable[Event], retention: float, aliases: Mapping[str, str] | None = None
) -> dict[str, Card]:
    """All cards from all events, in any order.

    Args:
        events: From any number of devices; the same one may come twice.
        retention: Desired recall at the time of the next review.
        aliases: Old question id to the id that replaces it.
    """
    steps: dict[str, list[Step]] = {}
    suspended: dict[str, bool] = {}
    for event in standing_events(events):
        item = newest_id(event.item, aliases or {})
        if event.kind is EventKind.REVIEW and event.rating is not None:
            step = Step(
                at=to_milliseconds(event.at), rating=int(event.rating), seconds=event.seconds
            )
            steps.setdefault(item, []).append(step)
        elif event.kind is EventKind.SUSPENSION:
            suspended[item] = bool(event.data.get("suspended", True))
    return {
        item: replay_steps(
            item, steps.get(item, ()), retention, suspended=suspended.get(item, False)
        )
        for item in steps.keys() | suspended.keys()
    }


def add_review(
    card: Card | None, item: str, step: tuple[int, int], seconds: float, retention: float
) -> Card:
    """The card after one more review, without a replay; the same as a replay when the review is the newest.

    Args:
        card: Before, or None.
        item: Id of the question.
        step: Instant (milliseconds since 1970 UTC) and rating 1-4.
        seconds: Time taken.
        retention: Desired recall at the time of the next review.
    """
    old = card or Card(item=item)
    course = schedule.follow(memory_of(old), (step,), retention)
    if course.memory is None:
        return old
    chance = course.chances[0]
    return replace(
        old,
        stability=course.memory.stability,
        difficulty=course.memory.difficulty,
        due=from_milliseconds(course.due),
        last=from_milliseconds(course.memory.last),
        rating=step[1],
        reviews=old.reviews + 1,
        lapses=old.lapses + (old.reviews > 0 and step[1] == 1),
        seconds=old.seconds + seconds,
        marks=(*old.marks, _mark(chance, step[1])) if chance >= 0 else old.marks,
    )
