"""The journal's reviews as arrays, and memory replayed from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.cards import read_field, read_moment, read_number
from prep_tracker.plan.memory_model import Floats

Ints = NDArray[np.int64]

_RATINGS: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Reviews of known cards in order of time, one entry a review.

    Attributes:
        card: Row of the card.
        turn: 0 for the card's first review, 1 for its second, and so on.
        rating: 1 to 4.
        day: Counted from today, at most 0.
        gap: Days since the card's review before; 0 at the first.
        minutes: As written; 0 where unknown.
    """

    card: Ints
    turn: Ints
    rating: Ints
    day: Ints
    gap: Floats
    minutes: Floats


def read_log(history: Iterable[object], rows: Mapping[str, int], today: int) -> Log:
    """Reviews of cards in `rows`; others, and ratings other than 1 to 4, are passed over.

    Reviews dated after `today` (a clock was wrong) count as today's.
    """
    events: list[tuple[float, int, int, float]] = []
    for event in history:
        row = rows.get(str(read_field(event, "card_id")))
        rating = int(read_number(event, "rating", 0))
        if row is not None and rating in _RATINGS:
            minutes = max(read_number(event, "minutes", 0), 0)
            events.append((read_moment(read_field(event, "time")), row, rating, minutes))
    events.sort(key=lambda event: event[0])
    moment, card, rating_, minutes_ = np.asarray(events, dtype=np.float64).reshape(-1, 4).T
    day = np.minimum(np.floor(moment).astype(np.int64) - today, 0)
    cards = card.astype(np.int64)
    turn, gap = _find_turns(cards, day)
    return Log(
        card=cards, turn=turn, rating=rating_.astype(np.int64), day=day, gap=gap, minutes=minutes_
    )


def _find_turns(card: Ints, day: Ints) -> tuple[Ints, Floats]:
    """How often each event's card came before, and the days since."""
    order = np.argsort(card, kind="stable")
    starts = np.flatnonzero(np.diff(card[order], prepend=-1))
    lengths = np.diff(starts, append=len(card))
    turn, gap = np.empty_like(card), np.zeros(len(card))
    turn[order] = np.arange(len(card)) - np.repeat(starts, lengths)
    gap[order] = np.diff(day[order], prepend=0)
    gap[turn == 0] = 0
    return turn, gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Memory of every card after a log, and the recall believed before each review.

    `recall` has one entry a review; nan at first ones.
    """

    seen: NDArray[np.bool_]
    stability: Floats
    difficulty: Floats
    last: Ints
    recall: Floats


def replay(log: Log, count: int, weights: tuple[float, ...], scale: Floats | float = 1.0) -> Memory:
    """Memory of `count` cards after the log; `scale` multiplies first stabilities (a card)."""
    stability, difficulty = np.ones(count), np.full(count, 5.0)
    last, seen = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=bool)
    recall = np.full(len(log.card), np.nan)
    scales = np.broadcast_to(np.asarray(scale, dtype=np.float64), (count,))
    for turn in range(int(log.turn.max(initial=-1)) + 1):
        which = np.flatnonzero(log.turn == turn)
        card, rating, gap = log.card[which], log.rating[which], log.gap[which]
        if turn == 0:
            stability[card] = model.initial_stability(weights, rating) * scales[card]
            difficulty[card] = model.initial_difficulty(weights, rating)
        else:
            recall[which] = model.recall(weights, gap, stability[card])
            stability[card], difficulty[card] = model.review(
                weights, stability[card], difficulty[card], gap, rating
            )
        seen[card], last[card] = True, log.day[which]
    return Memory(seen=seen, stability=stability, difficulty=difficulty, last=last, recall=recall)
