"""Forward through the days: the best use of each minute, and what the last one is worth."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.deck import Deck
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.value import Values

Rows = NDArray[np.intp]

CHUNK: Final = 2000
"""Cards whose offers are computed at once; keeps the memory small."""

FREE: Final = 0.1
"""The same for a review in time that nothing else wants."""

TINY: Final = 1e-15
"""Weights below this count as this."""

PARTS: Final = 100
"""Minutes are planned in hundredths."""

ROUNDING: Final = 1e-6

LEAST: Final = 0.02
"""A minute is left free when it would give less than this share of what a minute gives on average
when every card is studied once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One item of a day: the card (row of the deck), minutes, and worth of each minute."""

    row: int
    minutes: float
    is_new: bool
    worth: float


class Scheduler:
    """Fills one moment after the other with what is worth most a minute.

    For each card and moment `now` is the worth of studying it then, net of the price of the
    time, and `later` is the best that can be had by leaving it to the moments after.
    """

    def __init__(self, deck: Deck, values: Values) -> None:
        """Offer all cards at all moments."""
        self.deck, self.values, self.habits = deck.copy(), values, values.habits
        self.moments = values.moments
        scale = values.moments.level / np.maximum(deck.weight, TINY)
        self.price = scale * deck.repeat
        self.first_price = scale * deck.study
        self.log_price = np.log(np.maximum(self.price, 1e-12))
        self.relative = values.moments.prices / values.moments.level
        count = (len(deck.weight), len(values.moments.days))
        self.now, self.later = np.full(count, -np.inf), np.zeros(count)
        self.offer_new(np.flatnonzero(~deck.seen))
        seen = np.flatnonzero(deck.seen)
        for start in range(0, len(seen), CHUNK):
            self.offer_reviews(seen[start : start + CHUNK], 0)

    def offer_new(self, rows: Rows) -> None:
        """Offer cards never studied: a first study at any moment."""
        gross = self.values.at_first(self.deck.hardness[rows], self.log_price[rows])
        self.write_offers(rows, gross, self.first_price[rows], np.zeros(len(rows)), 0)

    def offer_reviews(self, rows: Rows, start: int) -> None:
        """Offer studied cards: a review at any moment from number `start`."""
        deck, days = self.deck, self.moments.days[start:]
        last = deck.last[rows][:, None]
        chance, after, harder = self.habits.outcomes(
            np.maximum(days - last, 1).astype(np.float64),
            deck.stability[rows][:, None],
            deck.difficulty[rows][:, None],
        )
        which = np.arange(start, len(self.moments.days))[None, :, None]
        worth = self.values.at(which, after, harder, self.log_price[rows][:, None, None])
        gross = np.where(days > last, (worth * chance).sum(axis=2), -np.inf)
        wait = (self.moments.horizon - deck.last[rows]).astype(np.float64)
        stay = model.recall(self.habits.weights, wait, deck.stability[rows])
        self.write_offers(rows, gross, self.price[rows], stay, start)

    def write_offers(
        self, rows: Rows, gross: Floats, cost: Floats, stay: Floats, start: int
    ) -> None:
        """Write offers net of their time; `stay` is the worth of doing nothing more.

        What is left to a later moment fails there with the chance `slips`, and then only the
        moments after it remain.
        """
        prices = np.where(np.isfinite(self.relative), self.relative, 0)[start:]
        now = np.where(np.isfinite(self.relative[start:]), gross - cost[:, None] * prices, -np.inf)
        later = np.empty_like(now)
        later[:, -1] = stay
        for number in range(now.shape[1] - 1, 0, -1):
            better = np.maximum(now[:, number] - later[:, number], 0)
            later[:, number - 1] = later[:, number] + (1 - self.habits.slips) * better
        self.now[rows, start:], self.later[rows, start:] = now, later

    def worth(self, number: int) -> Floats:
        """What a minute on each card at moment `number` is worth, if it is not left to later."""
        minutes = self.minutes()
        gain = self.now[:, number] - self.later[:, number]
        found = gain * np.maximum(self.deck.weight, TINY) / minutes + self.moments.prices[number]
        return np.where(self.deck.weight > 0, found, -np.inf)

    def gain(self, number: int) -> Floats:
        """What a minute on each card at moment `number` gives against never studying it again."""
        deck, seen = self.deck, self.deck.seen
        cost = np.where(seen, self.price, self.first_price)
        gross = self.now[:, number] + cost * self.relative[number] - self.later[:, -1]
        return np.where(deck.weight > 0, gross, 0) * deck.weight / self.minutes()

    def is_useful(self, number: int, worth: Floats) -> NDArray[np.bool_]:
        """Which cards are worth a minute at moment `number`.

        Those that it is best not to leave to later, and, for time that nothing else wants, those
        that gain by it at all: rather than wait for a better day, a free minute is used.
        """
        least = LEAST / self.deck.study.sum()
        free = np.where(self.deck.seen, FREE, LEAST) / self.deck.study.sum()
        return np.asarray((worth > least) | (self.gain(number) > free))

    def minutes(self) -> Floats:
        """Minutes the next study of each card takes."""
        return np.where(self.deck.seen, self.deck.repeat, self.deck.study)

    def fill(self, number: int) -> list[Sitting]:
        """The best sittings of moment `number`, best first; today's are planned in haste."""
        if not np.isfinite(self.moments.prices[number]):
            return []
        worth, minutes, seen = self.worth(number), self.minutes(), self.deck.seen
        budget = float(self.moments.budgets[number])
        haste = self.habits.haste if self.moments.days[number] == 0 else 1.0
        order = np.argsort(-worth, kind="stable")
        order = order[self.is_useful(number, worth)[order]]
        rows = pick(minutes[order], budget / haste)
        chosen = order[rows]
        minutes = minutes * min(1.0, budget / max(minutes[chosen].sum(), TINY))
        sittings = [
            Sitting(
                row=int(row), minutes=float(minutes[row]),
                is_new=not seen[row], worth=float(worth[row]),
            )
            for row in chosen
        ]  # fmt: skip
        self.study(chosen, number)
        return sittings

    def study(self, rows: Rows, number: int) -> None:
        """Move the memory of `rows` to what is expected after moment `number`."""
        deck, day = self.deck, self.moments.days[number]
        ratings = np.arange(1, 5)
        new, again = rows[~deck.seen[rows]], rows[deck.seen[rows]]
        weights = self.habits.weights
        first = (
            model.initial_stability(weights, ratings),
            model.initial_difficulty(weights, ratings),
        )
        self._expect(new, self.habits.first[deck.hardness[new]], *first)
        elapsed = (day - deck.last[again]).astype(np.float64)
        self._expect(
            again, *self.habits.outcomes(elapsed, deck.stability[again], deck.difficulty[again])
        )
        deck.seen[rows], deck.last[rows] = True, day
        self.now[rows] = -np.inf
        if number + 1 < len(self.moments.days):
            self.offer_reviews(rows, number + 1)

    def _expect(self, rows: Rows, chance: Floats, after: Floats, harder: Floats) -> None:
        """Give `rows` the mean (of log days, and of difficulty) of what may come."""
        self.deck.stability[rows] = np.exp((chance * np.log(after)).sum(axis=1))
        self.deck.difficulty[rows] = (chance * harder).sum(axis=1)


def pick(minutes: Floats, budget: float) -> Rows:
    """Places that fit into `budget`, taken in order; counted in hundredths of a minute."""
    left, chosen = int(budget * PARTS + ROUNDING), []
    parts = np.round(minutes * PARTS).astype(np.int64)
    smallest = np.minimum.accumulate(parts[::-1])[::-1].tolist()
    for place, each in enumerate(parts.tolist()):
        if smallest[place] > left:
            break
        if each <= left:
            left -= each
            chosen.append(place)
    return np.asarray(chosen, dtype=np.intp)
