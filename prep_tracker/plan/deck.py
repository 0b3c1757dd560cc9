"""All cards with what is believed of their memory, as arrays with one entry a card."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from prep_tracker.plan.cards import Cards
from prep_tracker.plan.habits import Habits
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.replay import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards and their memory; the arrays of memory may be written to.

    Attributes:
        weight: How likely each is asked.
        study: Minutes of the first study, as this learner takes them.
        repeat: Minutes of a review.
        hardness: Row of `Habits.first`.
        seen: Studied at least once.
        stability: Days; of any value where not seen.
        difficulty: 1 to 10.
        last: Day of the last review, counted from today (0 or less).
    """

    weight: Floats
    study: Floats
    repeat: Floats
    hardness: NDArray[np.intp]
    seen: NDArray[np.bool_]
    stability: Floats
    difficulty: Floats
    last: NDArray[np.int64]

    def copy(self) -> "Deck":
        """A deck whose memory may change without changing this one."""
        return replace(
            self,
            seen=self.seen.copy(),
            stability=self.stability.copy(),
            difficulty=self.difficulty.copy(),
            last=self.last.copy(),
        )


def make_deck(cards: Cards, habits: Habits, memory: Memory) -> Deck:
    """Cards as this learner has them."""
    return Deck(
        weight=cards.weight,
        study=np.maximum(np.round(cards.minutes * habits.pace, 2), 0.05),
        repeat=np.maximum(np.round(cards.minutes * habits.review_share, 2), 0.05),
        hardness=cards.hardness,
        seen=memory.seen,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last=memory.last,
    )
