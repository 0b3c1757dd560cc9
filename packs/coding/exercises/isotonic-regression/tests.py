"""Tests of isotonic-regression."""

import random

from judge import check, close, keeps, raises
from solution import isotonic


def test_rising():
    """Rising values stay."""
    close(isotonic([1, 2, 3], [1.0, 2.0, 5.0]), [1.0, 2.0, 5.0])


def test_one_violation():
    """A falling pair becomes its mean."""
    close(isotonic([1, 2, 3], [1.0, 4.0, 2.0]), [1.0, 3.0, 3.0])


def test_chain():
    """A merge may cause another one further left."""
    close(isotonic([1, 2, 3, 4], [3.0, 4.0, 5.0, 0.0]), [3.0] * 4)


def test_falling():
    """Falling values become one mean."""
    close(isotonic([1, 2, 3], [9.0, 6.0, 0.0]), [5.0] * 3)


def test_unsorted():
    """The result is in the order of the input."""
    close(isotonic([3, 1, 2], [2.0, 1.0, 4.0]), [3.0, 1.0, 3.0])


def test_weights():
    """Weights pull the mean."""
    close(isotonic([1, 2], [4.0, 1.0], [1.0, 2.0]), [2.0, 2.0])


def test_equal_x():
    """Equal x share one value, even where y rises."""
    close(isotonic([1, 1, 2], [0.0, 4.0, 3.0]), [2.0, 2.0, 3.0])
    close(isotonic([5, 5, 5], [1.0, 2.0, 6.0]), [3.0] * 3)


def test_equal_x_after_merge():
    """Equal x are pooled before they are compared with what came before."""
    close(isotonic([1, 2, 2], [2.0, 1.0, 9.0]), [2.0, 5.0, 5.0])


def test_binary():
    """Labels become probabilities."""
    close(isotonic([0.1, 0.2, 0.3, 0.4, 0.5], [0, 1, 0, 1, 1]), [0.0, 0.5, 0.5, 1.0, 1.0])


def test_random():
    """Random data: non-decreasing, sums kept, no small change improves it."""
    rng = random.Random(1)
    x, y, w = [rng.random() for _ in range(60)], [rng.gauss(0, 1) for _ in range(60)], [rng.uniform(0.5, 2) for _ in range(60)]
    f = isotonic(x, y, w)
    ranked = [v for _, v in sorted(zip(x, f))]
    check(all(a <= b + 1e-12 for a, b in zip(ranked, ranked[1:])), "must not fall")
    close(sum(a * b for a, b in zip(w, f)), sum(a * b for a, b in zip(w, y)))
    close(sum(c * (a - b) * b for a, b, c in zip(y, f, w)), 0.0, atol=1e-9)
    keeps(isotonic, x, y, w)


def test_size_and_bad_input():
    """Twenty thousand falling values; bad input is refused."""
    n = 20_000
    close(isotonic(list(range(n)), [float(-i) for i in range(n)])[0], -(n - 1) / 2)
    raises(ValueError, isotonic, [], [])
    raises(ValueError, isotonic, [1, 2], [1.0])
    raises(ValueError, isotonic, [1, 2], [1.0, 2.0], [1.0, 0.0])
