"""Tests of permutation-test."""

import random

from judge import check, close, equal, keeps, raises
from solution import permutation_test as test


def test_difference():
    """The difference is mean a minus mean b."""
    close(test([5.0, 7.0], [1.0, 2.0, 3.0], 10, random.Random(1))[0], 4.0)


def test_identical():
    """Identical samples: p is 1."""
    equal(test([2.0, 2.0], [2.0, 2.0, 2.0], 50, random.Random(1)), (0.0, 1.0))


def test_clear():
    """Groups far apart: the smallest possible p."""
    a, b = [float(i) for i in range(20)], [100.0 + i for i in range(20)]
    close(test(a, b, 199, random.Random(2))[1], 1 / 200)


def test_never_zero():
    """p is never 0 and never above 1."""
    for seed in range(5):
        p = test([0.0, 1.0, 2.0], [50.0, 60.0, 70.0, 80.0], 30, random.Random(seed))[1]
        check(0 < p <= 1, "p in (0, 1]", p)


def test_exact():
    """Three against three far apart: 2 of 20 splits are as extreme."""
    p = test([1.0, 2.0, 3.0], [10.0, 11.0, 12.0], 4000, random.Random(3))[1]
    close(p, 0.1, atol=0.02)


def test_two_sided():
    """Exchanging the groups changes the sign, not the p-value."""
    a, b = [1.0, 4.0, 3.0, 7.0], [5.0, 9.0, 8.0, 6.0]
    p, q = test(a, b, 3000, random.Random(4)), test(b, a, 3000, random.Random(5))
    close(p[0], -q[0])
    close(p[1], q[1], atol=0.03)


def test_at_least():
    """Shuffles that tie with the observed difference count: binary data."""
    p = test([1.0, 1.0], [0.0, 0.0], 3000, random.Random(6))[1]
    close(p, 1 / 3, atol=0.03)


def test_sizes_kept():
    """Groups keep their sizes: one against nine, the outlier is alone in one of ten shuffles."""
    p = test([50.0], [0.1 * i for i in range(9)], 3000, random.Random(7))[1]
    close(p, 0.1, atol=0.025)


def test_uniform_under_null():
    """Without a difference p is below 0.2 about one time in five."""
    rng = random.Random(8)
    low = sum(
        test([rng.gauss(0, 1) for _ in range(8)], [rng.gauss(0, 1) for _ in range(8)], 60, rng)[1] <= 0.2 for _ in range(200)
    )
    check(20 <= low <= 60, "about 40 of 200", low)


def test_reproducible():
    """The generator decides; the data are kept."""
    a, b = [1.0, 5.0, 2.0], [4.0, 4.5]
    equal(test(a, b, 100, random.Random(9)), test(a, b, 100, random.Random(9)))
    keeps(test, a, b, 10, random.Random(0))


def test_bad_input():
    """Empty groups and no permutations are refused."""
    raises(ValueError, test, [], [1.0], 10, random.Random(0))
    raises(ValueError, test, [1.0], [], 10, random.Random(0))
    raises(ValueError, test, [1.0], [2.0], 0, random.Random(0))
