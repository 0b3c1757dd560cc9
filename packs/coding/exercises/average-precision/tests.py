"""Tests of average-precision."""

import random

from judge import close, keeps, raises
from solution import average_precision as ap


def test_by_hand():
    """Hits at ranks 1 and 3 of 4: (1 + 2/3) / 2."""
    close(ap([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.6]), (1 + 2 / 3) / 2)


def test_perfect_and_worst():
    """Positives first give 1; one positive last of four gives 1/4."""
    close(ap([1, 1, 0], [3, 2, 1]), 1.0)
    close(ap([0, 0, 0, 1], [4, 3, 2, 1]), 0.25)


def test_unsorted():
    """The order of the input does not matter."""
    close(ap([0, 1, 0, 1], [0.6, 0.7, 0.8, 0.9]), (1 + 2 / 3) / 2)


def test_ties():
    """A group of equal scores enters together."""
    close(ap([1, 0], [1.0, 1.0]), 0.5)
    close(ap([0, 1], [1.0, 1.0]), 0.5)


def test_ties_after_a_hit():
    """A hit, then a tied group of three with one hit: 1/2 + 1/2 * 2/4."""
    close(ap([1, 0, 1, 0], [2.0, 1.0, 1.0, 1.0]), 0.75)


def test_no_interpolation():
    """No trapezoids: hits at ranks 1 and 4."""
    close(ap([1, 0, 0, 1], [4, 3, 2, 1]), 0.75)


def test_all_positive():
    """Only positives give 1."""
    close(ap([1, 1, 1], [0.2, 0.2, 0.9]), 1.0)


def test_no_positive():
    """No positive gives 0, not a division by zero."""
    close(ap([0, 0], [0.3, 0.4]), 0.0)


def test_bad_input():
    """Empty lists and other lengths are refused."""
    raises(ValueError, ap, [], [])
    raises(ValueError, ap, [1, 0], [0.5])


def test_random():
    """Without ties it is the mean precision at the hits."""
    rng = random.Random(1)
    for _ in range(10):
        truth = [1] + [rng.randrange(2) for _ in range(30)]
        scores = rng.sample(range(1000), 31)
        ranked = [t for _, t in sorted(zip(scores, truth), reverse=True)]
        at_hits = [sum(ranked[: i + 1]) / (i + 1) for i, t in enumerate(ranked) if t]
        close(ap(truth, scores), sum(at_hits) / len(at_hits))
    keeps(ap, truth, scores)
