"""What comes next in a review sitting, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from prep_tracker.memory import replay, schedule
from prep_tracker.model.card import Card

REVIEW_SHARE: Final = 0.4
"""Minutes of a review for each minute of first study, until the learner's own pace is known."""

LEVEL_DAYS: Final = 7
"""So many days ahead the load is levelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as the queue sees it.

    Attributes:
        id: Its id.
        minutes: Minutes for a first answer.
        weight: How likely it is to be asked; any positive scale.
        groups: Names it shares with its siblings: not two of a group on one day.
    """

    id: str
    minutes: float
    weight: float
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a sitting may hold.

    Attributes:
        minutes: Minutes left today.
        count: Most questions, None for no limit.
        new: Most new ones, None for no limit.
    """

    minutes: float
    count: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The instant of the sitting and the end of the learner's day, milliseconds since 1970 UTC."""

    now: int
    day_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question of a sitting: its id, the minutes it is expected to take, and why it comes."""

    id: str
    minutes: float
    why: str


def sibling_groups(item: str, covers: Iterable[str]) -> frozenset[str]:
    """The groups of a question: the one its probes belong to, and each syllabus line it covers.

    Args:
        item: Id of a question (`pack/slug`) or of one of its probes (`pack/slug#2`).
        covers: Ids of syllabus lines.
    """
    return frozenset({item.partition("#")[0], *(f"covers:{line}" for line in covers)})


def is_up(card: Card, moment: Moment) -> bool:
    """Whether a card is to be reviewed today.

    It is when its due instant lies in the learner's day or before, and a whole day has passed
    since the last review (an earlier one would count as a second look on the same day).
    """
    if card.suspended or card.due is None or card.last is None:
        return False
    aged = schedule.elapsed_days(replay.to_milliseconds(card.last), moment.now) >= 1
    return aged and replay.to_milliseconds(card.due) < moment.day_end


def waiting_loss(card: Card, now: int) -> float:
    """Recall that one more minute of waiting loses, by what the next whole day would lose."""
    memory = replay.memory_of(card)
    lost = schedule.recall(memory, now) - schedule.recall(memory, now + schedule.DAY)
    return lost / 1440


def expected_minutes(item: Item, card: Card | None) -> float:
    """Minutes that a question will take: the learner's own mean for it, else a share of its minutes."""
    if card is None or not card.reviews:
        return item.minutes
    if card.seconds > 0:
        return min(max(card.seconds / card.reviews / 60, 0.25), item.minutes * 2)
    return item.minutes * REVIEW_SHARE


def build_queue(
    items: Iterable[Item],
    cards: Mapping[str, Card],
    moment: Moment,
    limits: Limits,
    seen_today: Collection[str] = (),
) -> tuple[Turn, ...]:
    """The questions of a sitting, in order.

    First what is up, by the recall that waiting loses; then, where the coming days hold more than a
    day's minutes, some of it ahead of time; then new ones by weight. No two siblings, none of
    `seen_today`, and no more than the limits allow; the first question always fits.

    Args:
        items: The questions to choose from.
        cards: The learner's cards, by question.
        moment: Now, and the end of the learner's day.
        limits: Minutes and counts.
        seen_today: Groups of the questions already answered today.
    """
    known = sorted(items, key=lambda item: item.id)
    turns: list[Turn] = []
    taken, spent, new = set(seen_today), 0.0, 0
    for item, why in _candidates(known, cards, moment, limits):
        minutes = expected_minutes(item, cards.get(item.id))
        full = limits.count is not None and len(turns) >= limits.count
        if full or (turns and spent + minutes > limits.minutes) or limits.minutes <= 0:
            break
        no_more_new = why == "new" and limits.new is not None and new >= limits.new
        if no_more_new or not taken.isdisjoint(item.groups):
            continue
        turns.append(Turn(id=item.id, minutes=minutes, why=why))
        taken |= item.groups
        spent += minutes
        new += why == "new"
    return tuple(turns)


def _candidates(
    items: Sequence[Item], cards: Mapping[str, Card], moment: Moment, limits: Limits
) -> Iterator[tuple[Item, str]]:
    """All questions in the order of the queue; what is not reached is not worked out."""
    yield from _up(items, cards, moment)
    yield from _ahead(items, cards, moment, limits)
    yield from _new(items, cards)


def _up(items: Iterable[Item], cards: Mapping[str, Card], moment: Moment) -> list[tuple[Item, str]]:
    """What is to be reviewed today, the most urgent first."""
    up = [item for item in items if item.id in cards and is_up(cards[item.id], moment)]
    return [
        (item, "due")
        for item in sorted(up, key=lambda item: -waiting_loss(cards[item.id], moment.now))
    ]


def _new(items: Iterable[Item], cards: Mapping[str, Card]) -> list[tuple[Item, str]]:
    """What was never answered, the likeliest first."""
    unseen = [item for item in items if item.id not in cards or _is_unseen(cards[item.id])]
    return [(item, "new") for item in sorted(unseen, key=lambda item: -item.weight)]


def _is_unseen(card: Card) -> bool:
    """Whether a card has no review and is not put aside."""
    return not card.reviews and not card.suspended


def _ahead(
    items: Iterable[Item], cards: Mapping[str, Card], moment: Moment, limits: Limits
) -> list[tuple[Item, str]]:
    """What overfills one of the coming days: the part that loses least by coming sooner."""
    days: dict[int, list[Item]] = {}
    for item in items:
        card = cards.get(item.id)
        if (
            card is None
            or card.due is None
            or card.suspended
            or is_up(card, moment)
            or _seen_now(card, moment)
        ):
            continue
        day = (replay.to_milliseconds(card.due) - moment.day_end) // schedule.DAY
        if 0 <= day < LEVEL_DAYS:
            days.setdefault(day, []).append(item)
    surplus: list[Item] = []
    for day in sorted(days):
        by_need = sorted(days[day], key=lambda item: -waiting_loss(cards[item.id], moment.now))
        room = limits.minutes
        for item in by_need:
            room -= expected_minutes(item, cards[item.id])
            if room < 0:
                surplus.append(item)
    return [(item, "ahead") for item in surplus]


def _seen_now(card: Card, moment: Moment) -> bool:
    """Whether less than a whole day has passed since the last review."""
    return (
        card.last is None
        or schedule.elapsed_days(replay.to_milliseconds(card.last), moment.now) < 1
    )


def forecast(
    items: Iterable[Item], cards: Mapping[str, Card], moment: Moment, days: int
) -> tuple[tuple[int, float], ...]:
    """Reviews and minutes that fall due on each day from today; what is overdue falls on today.

    Args:
        items: The questions that count.
        cards: The learner's cards.
        moment: Now, and the end of the learner's day.
        days: How many days.

    Returns:
        For each day, the number of reviews and their minutes.
    """
    counts, minutes = [0] * days, [0.0] * days
    for item in items:
        card = cards.get(item.id)
        if card is None or card.due is None or card.suspended:
            continue
        day = max(0, (replay.to_milliseconds(card.due) - moment.day_end) // schedule.DAY + 1)
        if day < days:
            counts[day] += 1
            minutes[day] += expected_minutes(item, card)
    return tuple(zip(counts, minutes, strict=True))
