"""Tests of bootstrap-confidence-interval."""

import math

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import bootstrap_ci


def _rng(seed=0):
    return np.random.default_rng(seed)


def test_constant():
    """Constant data: width 0."""
    for method in ("percentile", "basic", "bca"):
        equal(quiet(bootstrap_ci, np.full(6, 3.0), np.mean, 50, _rng(), 0.9, method), (3.0, 3.0))


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


def _below(z):
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))


def _quantile(share):
    low, high = -9.0, 9.0
    for _ in range(70):
        low, high = ((low + high) / 2, high) if _below((low + high) / 2) < share else (low, (low + high) / 2)
    return low


def _bca_tails(x, stat, values, level):
    estimate = stat(x)
    share = np.mean(values < estimate) + np.mean(values == estimate) / 2
    z0 = _quantile(min(max(float(share), 0.5 / len(values)), 1 - 0.5 / len(values)))
    left = np.array([stat(np.delete(x, i)) for i in range(len(x))])
    gaps = left.mean() - left
    a = np.sum(gaps**3) / (6 * np.sum(gaps**2) ** 1.5)
    z = [z0 + _quantile(p) for p in ((1 - level) / 2, (1 + level) / 2)]
    return [_below(z0 + v / (1 - a * v)) for v in z]


def test_bca():
    """BCa is the percentile method at two other quantiles: skewed data, mean and variance."""
    x = _rng(21).exponential(size=25)
    rng = _rng(22)
    rows = [x[rng.integers(0, 25, 25)] for _ in range(300)]
    for stat in (np.mean, np.var):
        values = np.array([stat(row) for row in rows])
        want = np.quantile(values, _bca_tails(x, stat, values, 0.9))
        close(bootstrap_ci(x, stat, 300, _rng(22), 0.9, "bca"), want, rtol=1e-6)


def test_bca_follows_the_skew():
    """For a mean of right-skewed data BCa lies further to the right than the percentile interval."""
    x = _rng(23).exponential(size=30) ** 2
    plain, moved = (bootstrap_ci(x, np.mean, 400, _rng(24), method=m) for m in ("percentile", "bca"))
    check(moved[0] > plain[0] and moved[1] > plain[1], "shifted to the right", (plain, moved))


def test_bca_one_sided_resamples():
    """A maximum is never exceeded by a resample: finite, ordered, inside the data."""
    low, high = quiet(bootstrap_ci, np.arange(12.0), np.max, 150, _rng(25), method="bca")
    check(0 <= low <= high <= 11, "inside the data", (low, high))
