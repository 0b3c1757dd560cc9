"""Tests of drift-psi-and-ks."""

import math
import random

from judge import check, close, keeps, raises
from solution import drift


def test_identical():
    """Identical samples: 0 and 0."""
    close(drift([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]), (0.0, 0.0))


def test_psi_by_hand():
    """Two bins by hand: edge 3."""
    r, c = [2.5 / 5, 2.5 / 5], [1.5 / 5, 3.5 / 5]
    want = sum((y - x) * math.log(y / x) for x, y in zip(r, c))
    close(drift([1, 2, 3, 4], [2, 3, 4, 9], 2)[0], want)


def test_value_on_edge():
    """A value on an edge belongs to the upper bin."""
    close(drift([1, 2, 3, 4], [3, 3, 3, 3], 2)[0], (0.5 / 5 - 0.5) * math.log(0.2) + (4.5 / 5 - 0.5) * math.log(1.8))


def test_empty_bin():
    """A bin without current values stays finite."""
    psi, _ = drift(list(range(100)), [0] * 50, 10)
    check(math.isfinite(psi) and psi > 1, "large but finite", psi)


def test_edges_from_reference():
    """The edges come from the reference alone."""
    a, b = [1, 2, 3, 4, 5, 6], [1, 1, 1, 6, 6, 6]
    check(abs(drift(a, b, 3)[0] - drift(b, a, 3)[0]) > 1e-6, "not symmetric in the roles")


def test_ks_by_hand():
    """KS by hand."""
    close(drift([1, 2, 3, 4], [3, 4, 5, 6])[1], 0.5)
    close(drift([1, 2], [5, 6, 7])[1], 1.0)


def test_ks_ties():
    """Ties are passed together."""
    close(drift([1, 1, 1, 2], [1, 2, 2, 2])[1], 0.5)
    close(drift([7, 7, 7], [7, 7])[1], 0.0)


def test_unequal_sizes():
    """Shares, not counts: the same distribution in another size."""
    close(drift([1, 2, 3, 4], [1, 2, 3, 4] * 5)[1], 0.0)


def test_constant():
    """A constant reference has two bins at most."""
    close(drift([5.0] * 4, [5.0] * 4), (0.0, 0.0))
    close(drift([5.0] * 4, [1.0] * 4)[1], 1.0)


def test_bad_input():
    """Empty samples, NaN and no bins are refused."""
    raises(ValueError, drift, [], [1.0])
    raises(ValueError, drift, [1.0], [])
    raises(ValueError, drift, [1.0], [float("nan")])
    raises(ValueError, drift, [1.0], [1.0], 0)


def test_random():
    """Random data: a shift shows, the same law does not."""
    rng = random.Random(1)
    a, b = [rng.gauss(0, 1) for _ in range(1500)], [rng.gauss(0, 1) for _ in range(1500)]
    psi, ks = drift(a, b)
    check(0 <= psi < 0.05 and ks < 0.06, "small", (psi, ks))
    psi, ks = drift(a, [v + 1 for v in b])
    check(psi > 0.5 and ks > 0.3, "large", (psi, ks))
    keeps(drift, a[:5], b[:5])
