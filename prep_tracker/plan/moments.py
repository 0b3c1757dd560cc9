"""Days on which to decide: every day when the interview is near, longer spans far away."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from prep_tracker.plan.memory_model import Floats

Ints = NDArray[np.int64]

MOST: Final = 64
"""Moments; more days than this are drawn together in the middle."""

NEAR: Final = 14
"""Days from today that each stay a moment of their own."""

LAST: Final = 30
"""Days before the interview that each stay a moment of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Spans of days that are decided together, and what their minutes cost.

    Attributes:
        days: First day of each span, counted from today, ascending.
        budgets: Minutes in each span.
        prices: Worth of a minute (weighted recall) in each; inf where there are none.
        horizon: Day of the interview.
    """

    days: Ints
    budgets: Floats
    prices: Floats
    horizon: int

    @property
    def level(self) -> float:
        """The middle price, on which the tables are normed."""
        finite = self.prices[np.isfinite(self.prices)]
        return float(np.exp(np.log(finite).mean())) if len(finite) else 1.0


def find_moments(budgets: Floats) -> Moments:
    """Moments of a preparation with these minutes a day; prices are not known yet."""
    horizon = len(budgets)
    days = np.arange(horizon)
    if horizon > MOST:
        middle = np.linspace(NEAR, horizon - LAST, MOST - NEAR - LAST, endpoint=False)
        days = np.concatenate(
            [days[:NEAR], np.round(middle).astype(np.int64), days[horizon - LAST :]]
        )
    together = np.add.reduceat(budgets, days)
    prices = np.where(together > 0, 1.0, np.inf)
    return Moments(days=days, budgets=together, prices=prices, horizon=horizon)
