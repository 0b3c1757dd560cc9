"""Tests of laplace-mechanism."""

import math
import random

from judge import check, close, equal, raises
from solution import laplace_mechanism as laplace


def _noise(n, seed, sensitivity=1.0, epsilon=1.0, value=0.0):
    rng = random.Random(seed)
    return [laplace(value, sensitivity, epsilon, rng) - value for _ in range(n)]


def test_centred():
    """The noise is centred: half of it is positive."""
    noise = _noise(1000, 1)
    check(420 <= sum(x > 0 for x in noise) <= 580, "about 500 of 1000 positive", sum(x > 0 for x in noise))


def test_scale():
    """The mean magnitude is the scale: sensitivity / epsilon."""
    close(sum(map(abs, _noise(1000, 2))) / 1000, 1.0, rtol=0.15)
    close(sum(map(abs, _noise(1000, 3, sensitivity=3.0, epsilon=0.5))) / 1000, 6.0, rtol=0.15)


def test_shape():
    """Half of the noise lies within b ln 2, and 5 percent beyond b ln 20."""
    noise = [abs(x) for x in _noise(1000, 4)]
    close(sum(x < math.log(2) for x in noise) / 1000, 0.5, atol=0.06)
    close(sum(x > math.log(20) for x in noise) / 1000, 0.05, atol=0.02)


def test_tails_both_sides():
    """Both tails are exponential."""
    noise = _noise(1000, 5)
    check(sum(x > 2 for x in noise) > 40 and sum(x < -2 for x in noise) > 40, "about 68 beyond 2 on each side")


def test_value_added():
    """The value only moves the noise."""
    close(_noise(50, 6, value=1000.0), _noise(50, 6), atol=1e-9)


def test_no_sensitivity():
    """Sensitivity 0 returns the value."""
    equal(laplace(42.0, 0.0, 1.0, random.Random(0)), 42.0)


def test_reproducible():
    """The generator decides; values differ between calls."""
    equal(_noise(20, 7), _noise(20, 7))
    equal(len(set(_noise(20, 7))), 20)


def test_privacy():
    """Neighbouring counts: no outcome is more than e^epsilon times likelier (with slack for chance)."""
    a = _noise(1000, 8, epsilon=1.0)
    b = [x + 1 for x in _noise(1000, 9, epsilon=1.0)]
    for low in (-2, -1, 0, 1, 2):
        p, q = sum(low <= x < low + 1 for x in a), sum(low <= x < low + 1 for x in b)
        check(p <= 1.6 * math.e * q and q <= 1.6 * math.e * p, "ratio at most e", (low, p, q))


def test_bad_input():
    """Bad epsilon, sensitivity and values are refused."""
    for args in ((1.0, 1.0, 0.0), (1.0, 1.0, -1.0), (1.0, -1.0, 1.0), (math.nan, 1.0, 1.0), (1.0, math.inf, 1.0), (1.0, 1.0, math.inf)):
        raises(ValueError, laplace, *args, random.Random(0))
