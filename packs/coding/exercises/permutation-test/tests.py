"""Tests of permutation-test."""

import math
import random

from judge import check, close, equal, keeps, raises
from solution import permutation_test as test
from solution import welch_t


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


def test_welch_by_hand():
    """Three against four numbers by hand."""
    t, degrees = welch_t([1.0, 2.0, 3.0], [2.0, 4.0, 6.0, 8.0])
    close(t, -3 / math.sqrt(2))
    close(degrees, 4 / (1 / 18 + 25 / 27))


def test_welch_identical():
    """Identical samples: t is 0 with 2 (n - 1) degrees; exchanging groups changes the sign."""
    a, b = [1.0, 5.0, 2.0, 9.0], [4.0, 4.5, 6.0]
    close(welch_t(a, a), (0.0, 6.0), atol=1e-12)
    close(welch_t(a, b)[0], -welch_t(b, a)[0])
    close(welch_t(a, b)[1], welch_t(b, a)[1])


def test_welch_unequal_variance():
    """The noisy group sets the degrees of freedom; a constant group adds none."""
    quiet_one, noisy = [0.01 * i for i in range(50)], [-40.0, 0.0, 35.0, 90.0]
    check(3 <= welch_t(quiet_one, noisy)[1] < 3.01, "near the degrees of the noisy group", welch_t(quiet_one, noisy))
    close(welch_t([2.0, 2.0, 2.0, 2.0], [1.0, 3.0, 8.0])[1], 2.0)


def test_welch_bounds():
    """The degrees lie between the smaller group's and those of both."""
    rng = random.Random(11)
    for _ in range(60):
        a = [rng.gauss(0, rng.choice([0.1, 1, 9])) for _ in range(rng.randint(2, 9))]
        b = [rng.gauss(0, 1) for _ in range(rng.randint(2, 9))]
        low, high = min(len(a), len(b)) - 1, len(a) + len(b) - 2
        check(low - 1e-9 <= welch_t(a, b)[1] <= high + 1e-9, "degrees out of bounds", (a, b))


def test_welch_far_from_zero():
    """An offset of a billion changes nothing, nor does it cost the digits."""
    a, b = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0, 8.0]
    close(welch_t([x + 1e9 for x in a], [x + 1e9 for x in b]), welch_t(a, b), rtol=1e-6)


def test_welch_bad_input():
    """One number, or nothing that varies, is refused."""
    raises(ValueError, welch_t, [1.0], [1.0, 2.0])
    raises(ValueError, welch_t, [1.0, 2.0], [])
    raises(ValueError, welch_t, [3.0, 3.0], [4.0, 4.0])
    keeps(welch_t, [1.0, 2.0], [4.0, 7.0])
