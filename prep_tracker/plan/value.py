"""The worth of a memory under a price for time: dynamic programming back from the day.

For a card of weight w and m minutes a review at price p (weighted recall a minute) costs
q = p m / w in units of its own recall, so one family of tables, in q, serves every card.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.habits import Habits
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.moments import Moments

Ints = NDArray[np.intp]

STABILITIES: Final = np.linspace(np.log(0.03), np.log(500.0), 28)
"""Grid of log days."""

DIFFICULTIES: Final = np.linspace(1.0, 10.0, 5)

PRICES: Final = np.linspace(np.log(0.002), np.log(1.5), 12)
"""Grid of log q: what one review costs, in recall of the card itself."""

_STATES: Final = len(STABILITIES) * len(DIFFICULTIES)


def _locate(values: Floats, grid: Floats) -> tuple[Ints, Floats]:
    """Left neighbour and share of the right one of each value on an even grid."""
    place = np.clip((values - grid[0]) / (grid[1] - grid[0]), 0, len(grid) - 1.000001)
    left = place.astype(np.intp)
    return left, place - left


def corners(stability: Floats, difficulty: Floats) -> tuple[Ints, Floats]:
    """The 4 grid states around each state and their shares; a last axis of 4."""
    row, up = _locate(np.log(stability), STABILITIES)
    column, right = _locate(difficulty, DIFFICULTIES)
    start = row * len(DIFFICULTIES) + column
    width = len(DIFFICULTIES)
    places = np.stack([start, start + 1, start + width, start + width + 1], axis=-1)
    shares = [(1 - up) * (1 - right), (1 - up) * right, up * (1 - right), up * right]
    return places, np.stack(shares, axis=-1)


def grid_states() -> tuple[Floats, Floats]:
    """Stability and difficulty of every grid state."""
    stability, difficulty = np.meshgrid(np.exp(STABILITIES), DIFFICULTIES, indexing="ij")
    return stability.ravel(), difficulty.ravel()


def transitions(habits: Habits, gaps: Floats) -> Floats:
    """Chances from grid state to grid state by a review after each gap of days.

    Returns:
        An array of len(gaps) x states x states; rows sum to 1.
    """
    stability, difficulty = grid_states()
    chance, after, harder = habits.outcomes(gaps[:, None], stability[None], difficulty[None])
    places, shares = corners(after, harder)
    shares = shares * chance[..., None]
    base = np.arange(len(gaps) * _STATES).reshape(len(gaps), _STATES, 1, 1) * _STATES
    size = len(gaps) * _STATES * _STATES
    flat = np.bincount((base + places).ravel(), shares.ravel(), minlength=size)
    return np.asarray(flat, dtype=np.float64).reshape(len(gaps), _STATES, _STATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Worth of every grid state right after a review on each day, by price."""

    habits: Habits
    moments: Moments
    table: Floats

    def at(self, which: Ints, stability: Floats, difficulty: Floats, log_price: Floats) -> Floats:
        """Worth of states right after a review at moments `which`; inputs broadcast."""
        places, shares = corners(stability, difficulty)
        column, right = _locate(log_price, PRICES)
        flat = self.table.reshape(-1)
        start = (which[..., None] * _STATES + places) * len(PRICES) + column[..., None]
        low, high = flat[start], flat[start + 1]
        return np.asarray(((low + (high - low) * right[..., None]) * shares).sum(axis=-1))

    def at_first(self, hardness: Ints, log_price: Floats) -> Floats:
        """Worth of a first study at every moment: cards x moments; one entry a card given."""
        ratings = np.arange(1, 5)
        stability = model.initial_stability(self.habits.weights, ratings)
        difficulty = model.initial_difficulty(self.habits.weights, ratings)
        places, shares = corners(stability, difficulty)
        by_rating = (self.table[:, places] * shares[..., None]).sum(axis=2)
        worth = np.einsum("hr,mrp->hpm", self.habits.first, by_rating)
        column, right = _locate(log_price, PRICES)
        low, high = worth[hardness, column], worth[hardness, column + 1]
        return np.asarray(low + (high - low) * right[:, None])


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Transitions between any two days: the number of their gap, and a matrix a gap."""

    numbers: NDArray[np.intp]
    moves: Floats


def find_steps(habits: Habits, days: NDArray[np.int64]) -> Steps:
    """The transitions that `solve` needs; they do not depend on the prices."""
    between = np.maximum(days[:, None] - days[None, :], 1)
    gaps, numbers = np.unique(between, return_inverse=True)
    return Steps(
        numbers=numbers.reshape(between.shape), moves=transitions(habits, gaps.astype(float))
    )


def solve(habits: Habits, moments: Moments, steps: Steps) -> Values:
    """Work back from the interview: best worth of each state on each day.

    Grows with days² x grid, whatever the number of cards.
    """
    days, count = moments.days, len(moments.days)
    prices = moments.prices / moments.level
    stability, _ = grid_states()
    table = np.empty((count, _STATES, len(PRICES)))
    table[:] = model.recall(
        habits.weights, (moments.horizon - days)[:, None].astype(float), stability[None]
    )[..., None]
    for late in range(count - 1, 0, -1):
        if np.isfinite(prices[late]):
            reached = steps.moves[steps.numbers[late, :late]] @ table[late]
            paid = np.exp(PRICES) * prices[late]
            better = np.maximum(reached - paid - table[:late], 0)
            table[:late] += (1 - habits.slips) * better
    return Values(habits=habits, moments=moments, table=table)
