"""Tests of bootstrap-confidence-interval."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import bootstrap_ci


def _rng(seed=0):
    return np.random.default_rng(seed)


def test_constant():
    """Constant data: width 0."""
    equal(quiet(bootstrap_ci, np.full(6, 3.0), np.mean, 50, _rng()), (3.0, 3.0))


def test_mean_interval():
    """The interval of a mean is near mean +- 1.96 standard errors."""
    x = _rng(1).normal(10, 2, size=200)
    low, high = bootstrap_ci(x, np.mean, 600, _rng(2))
    error = x.std() / np.sqrt(200)
    close((low, high), (x.mean() - 1.96 * error, x.mean() + 1.96 * error), atol=0.25 * error)


def test_level():
    """A 50 percent interval is much narrower, and both tails are cut alike."""
    x = _rng(3).normal(size=100)
    low, high = bootstrap_ci(x, np.mean, 600, _rng(4), 0.5)
    error = x.std() / 10
    close((low, high), (x.mean() - 0.674 * error, x.mean() + 0.674 * error), atol=0.2 * error)


def test_with_replacement():
    """Resamples repeat rows: the mean varies."""
    low, high = bootstrap_ci(np.arange(10.0), np.mean, 200, _rng(5))
    check(high - low > 1.5, "the interval must have width", high - low)


def test_sample_size():
    """Each resample has as many numbers as the data, all from the data."""
    seen = []
    bootstrap_ci(np.array([1.0, 5.0, 9.0]), lambda s: seen.append(list(s)) or 0.0, 40, _rng(6))
    equal({len(s) for s in seen}, {3})
    equal({v for s in seen for v in s}, {1.0, 5.0, 9.0})
    check(len(seen) in (40, 41), "one call for each resample", len(seen))


def test_two_points():
    """Two numbers: the mean of a resample is 0, 1/2 or 1."""
    low, high = bootstrap_ci(np.array([0.0, 1.0]), np.mean, 400, _rng(7))
    equal((low, high), (0.0, 1.0))


def test_skewed_basic():
    """Basic mirrors the percentile interval around the estimate."""
    x = _rng(8).exponential(size=40)
    p_low, p_high = bootstrap_ci(x, np.mean, 300, _rng(9))
    b_low, b_high = bootstrap_ci(x, np.mean, 300, _rng(9), method="basic")
    close((b_low, b_high), (2 * x.mean() - p_high, 2 * x.mean() - p_low))
    check(b_low < b_high, "low below high")


def test_any_statistic():
    """The statistic is the caller's: a median."""
    x = np.arange(9.0) ** 2
    low, high = bootstrap_ci(x, np.median, 200, _rng(10))
    check(0 < low <= 16 <= high < 64, "around the median, inside the data", (low, high))


def test_reproducible():
    """The generator decides everything; the data are kept."""
    x = _rng(11).normal(size=20)
    equal(bootstrap_ci(x, np.mean, 100, _rng(12)), bootstrap_ci(x, np.mean, 100, _rng(12)))
    keeps(bootstrap_ci, x, np.mean, 20, _rng(0))


def test_bad_input():
    """One number, methods and levels out of range are refused."""
    x = np.arange(5.0)
    raises(ValueError, bootstrap_ci, x[:1], np.mean, 10, _rng())
    raises(ValueError, bootstrap_ci, x, np.mean, 0, _rng())
    raises(ValueError, bootstrap_ci, x, np.mean, 10, _rng(), 1.0)
    raises(ValueError, bootstrap_ci, x, np.mean, 10, _rng(), 0.9, "normal")
