"""FSRS-6 over whole arrays of cards: recall, and memory after a review."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DEFAULT: Final[tuple[float, ...]] = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
    0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""The published FSRS-6 parameters, median of many learners."""

SHORTEST: Final = 0.001
"""Days; no memory is weaker than this."""


def recall(weights: Sequence[float], elapsed: Floats, stability: Floats) -> Floats:
    """Probability of recall after `elapsed` days at `stability` days.

    Shapes broadcast; both are in days and at least 0.
    """
    decay = -weights[20]
    factor = 0.9 ** (1 / decay) - 1
    return np.asarray((1 + factor * elapsed / stability) ** decay)


def initial_stability(weights: Sequence[float], rating: NDArray[np.int64]) -> Floats:
    """Days of stability after the first study, by rating 1 to 4."""
    return np.asarray(np.maximum(np.asarray(weights[:4])[rating - 1], SHORTEST))


def initial_difficulty(weights: Sequence[float], rating: NDArray[np.int64]) -> Floats:
    """Difficulty 1 to 10 after the first study, by rating 1 to 4."""
    return np.asarray(np.clip(_free_difficulty(weights, rating), 1, 10))


def _free_difficulty(weights: Sequence[float], rating: NDArray[np.int64]) -> Floats:
    """The initial difficulty before it is kept within 1 to 10."""
    return np.asarray(weights[4] - np.exp(weights[5] * (rating - 1.0)) + 1)


def next_difficulty(
    weights: Sequence[float], difficulty: Floats, rating: NDArray[np.int64] | int
) -> Floats:
    """Difficulty after one more review, damped and drawn back to the mean."""
    easiest = _free_difficulty(weights, np.asarray(4))
    moved = difficulty - (10 - difficulty) * weights[6] * (np.asarray(rating) - 3) / 9
    return np.asarray(np.clip(weights[7] * easiest + (1 - weights[7]) * moved, 1, 10))


def stability_recalled(
    weights: Sequence[float], stability: Floats, difficulty: Floats, chance: Floats
) -> Floats:
    """Growth (days to add) of stability by a Good answer given at recall `chance`.

    Hard and Easy multiply the growth by `weights[15]` and `weights[16]`.
    """
    return np.asarray(
        np.exp(weights[8])
        * (11 - difficulty)
        * stability ** (1 - weights[9])
        * np.expm1((1 - chance) * weights[10])
    )


def stability_forgotten(
    weights: Sequence[float], stability: Floats, difficulty: Floats, chance: Floats
) -> Floats:
    """Days of stability after a lapse at recall `chance`."""
    long_term = (
        weights[11]
        * difficulty ** -weights[12]
        * ((stability + 1) ** weights[13] - 1)
        * np.exp((1 - chance) * weights[14])
    )
    short_term = stability / np.exp(weights[17] * weights[18])
    return np.asarray(np.maximum(np.minimum(long_term, short_term), SHORTEST))


def stability_same_day(
    weights: Sequence[float], stability: Floats, rating: NDArray[np.int64]
) -> Floats:
    """Days of stability after another review on the same day."""
    change = np.exp(weights[17] * (rating - 3 + weights[18])) * stability ** -weights[19]
    kept = np.where(rating > 1, np.maximum(change, 1), change)
    return np.asarray(np.maximum(stability * kept, SHORTEST))


def review(
    weights: Sequence[float],
    stability: Floats,
    difficulty: Floats,
    elapsed: Floats,
    rating: NDArray[np.int64],
) -> tuple[Floats, Floats]:
    """Stability and difficulty after a review `elapsed` whole days after the last.

    All arrays have one entry a card. Less than a day counts as the same day.
    """
    chance = recall(weights, elapsed, stability)
    bonus = np.asarray([0.0, weights[15], 1.0, weights[16]])[rating - 1]
    grown = stability + bonus * stability_recalled(weights, stability, difficulty, chance)
    lapsed = stability_forgotten(weights, stability, difficulty, chance)
    later = np.where(rating == 1, lapsed, grown)
    same_day = stability_same_day(weights, stability, rating)
    return (
        np.maximum(np.where(elapsed < 1, same_day, later), SHORTEST),
        next_difficulty(weights, difficulty, rating),
    )
