"""Tests of best-split."""

import math
import random

from judge import check, close, equal, keeps, raises
from solution import best_split


def test_perfect():
    """A perfect split: midpoint and the whole impurity."""
    close(best_split([1.0, 2.0, 5.0, 6.0], ["a", "a", "b", "b"]), (3.5, 0.5))


def test_unsorted():
    """The order of rows does not matter."""
    close(best_split([6.0, 1.0, 5.0, 2.0], ["b", "a", "b", "a"]), (3.5, 0.5))


def test_weighted():
    """Sides are weighted by their size."""
    close(best_split([1.0, 2.0, 3.0, 4.0], [0, 1, 1, 1]), (1.5, 0.375))


def test_constant():
    """A constant feature, or one row, has no split."""
    equal(best_split([2.0, 2.0, 2.0], [0, 1, 0]), None)
    equal(best_split([2.0], [0]), None)


def test_duplicates():
    """Equal values are never separated."""
    close(best_split([1.0, 1.0, 1.0, 2.0], [0, 0, 1, 1]), (1.5, 0.5 - 0.75 * (1 - 5 / 9)))


def test_single_class():
    """A single class: gain 0 at the lowest threshold."""
    close(best_split([1.0, 2.0, 3.0], [7, 7, 7]), (1.5, 0.0))


def test_tie():
    """Equal gains: the lowest threshold."""
    close(best_split([1.0, 2.0, 3.0], [0, 1, 0])[0], 1.5)


def test_entropy():
    """Entropy in bits."""
    close(best_split([1.0, 2.0, 3.0, 4.0], [0, 0, 1, 1], "entropy"), (2.5, 1.0))
    h = lambda p: -p * math.log2(p) - (1 - p) * math.log2(1 - p)
    close(best_split([1.0, 2.0, 3.0, 4.0], [0, 1, 1, 1], "entropy")[1], h(0.25))


def test_three_classes():
    """Three classes."""
    close(best_split([1, 2, 3, 4, 5, 6], list("aabbcc")), (2.5, 2 / 3 - 2 / 3 * 0.5))


def test_brute_force():
    """Random data agree with trying every threshold."""
    def gini(labels):
        return 1 - sum((labels.count(c) / len(labels)) ** 2 for c in set(labels))

    rng = random.Random(1)
    for _ in range(15):
        x, y = [rng.randrange(8) for _ in range(25)], [rng.randrange(3) for _ in range(25)]
        gains = []
        for low, high in zip(sorted(set(x)), sorted(set(x))[1:]):
            t = (low + high) / 2
            a, b = [c for v, c in zip(x, y) if v <= t], [c for v, c in zip(x, y) if v > t]
            gains.append((gini(y) - (len(a) * gini(a) + len(b) * gini(b)) / 25, t))
        top = max(g for g, _ in gains)
        close(best_split(x, y), (next(t for g, t in gains if g > top - 1e-12), top))
    keeps(best_split, x, y)


def test_size_and_bad_input():
    """Twenty thousand rows are no problem; bad input is refused."""
    got = best_split([(i * 7919) % 20011 for i in range(20000)], [int((i * 7919) % 20011 > 5000) for i in range(20000)])
    check(abs(got[0] - 5000.5) < 2, "threshold near 5000.5", got)
    raises(ValueError, best_split, [], [])
    raises(ValueError, best_split, [1.0], [0, 1])
    raises(ValueError, best_split, [1.0, 2.0], [0, 1], "mse")
