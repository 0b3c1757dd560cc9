"""What the planner believes of one learner: memory, pace and answers."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.memory_model import Floats

FIRST_CHANCES: Final = np.asarray(
    [
        [0.08, 0.17, 0.45, 0.30],
        [0.12, 0.22, 0.44, 0.22],
        [0.18, 0.26, 0.41, 0.15],
        [0.26, 0.29, 0.36, 0.09],
        [0.36, 0.30, 0.29, 0.05],
    ]
)
"""Chances of the first ratings 1 to 4 (columns) by card difficulty 1 to 5 (rows)."""

GRADES: Final = (0.18, 0.64, 0.18)
"""Chances of hard, good and easy once the answer is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """One learner as the planner believes them to be.

    Attributes:
        weights: The 21 parameters of FSRS-6.
        first: Chances of the first rating, a row a card difficulty, 5 x 4.
        grades: Chances of hard, good, easy when the answer is known.
        pace: Real minutes for each minute a card names, at first study.
        review_share: Minutes of a review for each named minute.
        slips: Chance that what is planned for a later day does not happen on it.
        haste: Share of the typical minutes that today's list allows; under 1 while the pace is
            not known well, so that the list does not end before the day does.
    """

    weights: tuple[float, ...] = model.DEFAULT
    first: Floats
    grades: tuple[float, float, float] = GRADES
    pace: float = 1.0
    review_share: float = 0.4
    slips: float = 0.22
    haste: float = 0.69

    def chances(self, recall: Floats) -> Floats:
        """Chances of ratings 1 to 4 at `recall`; a last axis of 4 is added."""
        known = np.multiply.outer(recall, np.asarray(self.grades))
        return np.concatenate([1 - recall[..., None], known], axis=-1)

    def outcomes(
        self, elapsed: Floats, stability: Floats, difficulty: Floats
    ) -> tuple[Floats, Floats, Floats]:
        """What a review may lead to: chances, stabilities, difficulties.

        The inputs broadcast; each result has a last axis of the 4 ratings.
        """
        weights = self.weights
        recall = model.recall(weights, elapsed, stability)
        growth = model.stability_recalled(weights, stability, difficulty, recall)
        lapsed = np.broadcast_to(
            model.stability_forgotten(weights, stability, difficulty, recall), recall.shape
        )
        hard, good, easy = (stability + bonus * growth for bonus in (weights[15], 1.0, weights[16]))
        harder = [model.next_difficulty(weights, difficulty, rating) for rating in (1, 2, 3, 4)]
        return (
            self.chances(recall),
            np.stack([lapsed, hard, good, easy], axis=-1),
            np.stack([np.broadcast_to(d, recall.shape) for d in harder], axis=-1),
        )


PRIOR: Final = Habits(first=FIRST_CHANCES)
"""What is believed of a learner who has no history."""
