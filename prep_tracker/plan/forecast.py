"""Readiness to come: recall of every card on every day, with a plan and without one."""

from dataclasses import dataclass

import numpy as np

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.deck import Deck
from prep_tracker.plan.habits import Habits
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.schedule import Rows, Sitting
from prep_tracker.plan.value import corners, grid_states, transitions


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Expected recall when a list of days is followed to the letter.

    Attributes:
        by_day: Sum of weight times recall on each day from today to the interview.
        recall: Recall of each card on the interview day.
    """

    by_day: tuple[float, ...]
    recall: Floats


class _Beliefs:
    """Chances of each card to be in each grid state, and the days since it was studied."""

    def __init__(self, deck: Deck, habits: Habits) -> None:
        self.deck, self.habits = deck, habits
        self.states = np.zeros((len(deck.weight), len(grid_states()[0])))
        self.known, self.last = deck.seen.copy(), deck.last.astype(np.int64)
        self.is_exact = deck.seen.copy()
        self.moves: dict[int, Floats] = {}

    def study(self, rows: Rows, day: int) -> None:
        """Study or review `rows` on a day."""
        self._start(rows[~self.known[rows]])
        self._move_exact(rows[self.is_exact[rows]], day)
        rest = rows[self.known[rows] & ~self.is_exact[rows]]
        for gap in np.unique(day - self.last[rest]):
            some = rest[day - self.last[rest] == gap]
            if int(gap) not in self.moves:
                self.moves[int(gap)] = transitions(self.habits, np.asarray([float(gap)]))[0]
            self.states[some] = self.states[some] @ self.moves[int(gap)]
        self.known[rows], self.is_exact[rows], self.last[rows] = True, False, day

    def _start(self, rows: Rows) -> None:
        ratings = np.arange(1, 5)
        weights = self.habits.weights
        self._put(
            rows, self.habits.first[self.deck.hardness[rows]],
            model.initial_stability(weights, ratings), model.initial_difficulty(weights, ratings),
        )  # fmt: skip

    def _move_exact(self, rows: Rows, day: int) -> None:
        deck = self.deck
        elapsed = np.maximum(day - deck.last[rows], 1).astype(np.float64)
        self._put(rows, *self.habits.outcomes(elapsed, deck.stability[rows], deck.difficulty[rows]))

    def _put(self, rows: Rows, chance: Floats, stability: Floats, difficulty: Floats) -> None:
        """Spread `rows` over the grid states around each outcome."""
        places, shares = corners(stability, difficulty)
        places = np.broadcast_to(places, (len(rows), *places.shape[-2:]))
        spread = np.broadcast_to(shares, places.shape) * chance[..., None]
        fresh = np.zeros((len(rows), self.states.shape[1]))
        which = np.broadcast_to(np.arange(len(rows))[:, None, None], places.shape)
        np.add.at(fresh, (which, places), spread)
        self.states[rows] = fresh

    def recall(self, day: int) -> Floats:
        """Recall of each card on a day."""
        found = np.zeros(len(self.known))
        exact = np.flatnonzero(self.is_exact)
        elapsed = (day - self.deck.last[exact]).astype(np.float64)
        found[exact] = model.recall(self.habits.weights, elapsed, self.deck.stability[exact])
        rest = np.flatnonzero(self.known & ~self.is_exact)
        gaps, which = np.unique(day - self.last[rest], return_inverse=True)
        curve = model.recall(
            self.habits.weights,
            np.maximum(gaps, 0)[:, None].astype(np.float64),
            grid_states()[0][None],
        )
        found[rest] = (self.states[rest] * curve[which]).sum(axis=1)
        return found


def forecast(deck: Deck, habits: Habits, days: list[list[Sitting]]) -> Forecast:
    """What following the days would give; days without sittings give the course without a plan.

    Exact but for the grid of states: answers are averaged over, not guessed. A plan that is
    made anew as answers come in does a little better than this.
    """
    beliefs = _Beliefs(deck, habits)
    by_day = []
    for number, sittings in enumerate(days):
        by_day.append(float((beliefs.recall(number) * deck.weight).sum()))
        beliefs.study(np.asarray([sitting.row for sitting in sittings], dtype=np.intp), number)
    recall = beliefs.recall(len(days))
    return Forecast(by_day=(*by_day, float((recall * deck.weight).sum())), recall=recall)
