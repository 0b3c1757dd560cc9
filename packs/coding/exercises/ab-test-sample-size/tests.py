"""Tests of ab-test-sample-size."""

import random

from judge import check, close, equal, raises
from solution import ab_sample_size as size


def test_known():
    """From 10 to 11 percent needs 14,749 users for each group."""
    equal(size(0.10, 0.01), 14749)


def test_half():
    """From 50 to 55 percent."""
    equal(size(0.50, 0.05), 1562)


def test_whole_users():
    """The result is a whole number, rounded up."""
    got = size(0.3, 0.1)
    equal(got, 354)
    equal(type(got) is int, True)


def test_symmetric():
    """A fall from p1 to p0 needs as many as a rise from p0 to p1."""
    equal(size(0.11, -0.01), size(0.10, 0.01))
    equal(size(0.4, 0.2), size(0.6, -0.2))


def test_power():
    """More power needs more users."""
    equal(size(0.10, 0.01, power=0.9), 19744)


def test_alpha():
    """A stricter test needs more users; alpha is two-sided."""
    equal(size(0.10, 0.01, alpha=0.01), 21945)


def test_half_power():
    """At power one half only the first quantile counts."""
    equal(size(0.5, 0.1, alpha=0.05, power=0.5), 189)


def test_quarter():
    """Halving mde needs about four times as many."""
    rng = random.Random(1)
    for _ in range(10):
        p0 = rng.uniform(0.2, 0.6)
        close(size(p0, 0.01) / size(p0, 0.02), 4.0, rtol=0.05)


def test_monotone():
    """A larger change needs fewer users."""
    sizes = [size(0.2, d / 100) for d in range(1, 12)]
    check(all(a > b for a, b in zip(sizes, sizes[1:])), "must fall", sizes)


def test_bad_input():
    """mde of 0 and numbers outside their range are refused."""
    for args in ((0.1, 0.0), (0.0, 0.1), (0.9, 0.1), (0.9, 0.2), (0.1, -0.2), (0.1, 0.1, 0.0), (0.1, 0.1, 0.05, 1.0)):
        raises(ValueError, size, *args)
