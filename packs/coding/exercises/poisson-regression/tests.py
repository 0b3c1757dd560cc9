"""Tests of poisson-regression."""

import numpy as np
from judge import check, close, keeps, quiet, raises
from solution import poisson_regression_irls as fit


def _data(seed=0, n=80, d=3, level=1.0):
    rng = np.random.default_rng(seed)
    X = np.hstack([np.ones((n, 1)), rng.normal(size=(n, d - 1))])
    return X, rng.poisson(np.exp(X @ np.linspace(level, -0.5, d))).astype(float)


def test_mean():
    """A column of ones alone gives the log of the mean."""
    close(fit(np.ones((4, 1)), np.array([0, 1, 2, 5]))[0], [np.log(2.0)], rtol=1e-6)


def test_two_groups():
    """Two groups: the weight of the second is the log of the ratio of means."""
    X = np.array([[1.0, 0], [1, 0], [1, 1], [1, 1]])
    close(fit(X, np.array([1, 3, 5, 7]))[0], [np.log(2.0), np.log(3.0)], rtol=1e-6)


def test_offset_is_exposure():
    """With log exposure as the offset the answer is the log of the rate."""
    exposure = np.array([1.0, 2.0, 10.0])
    close(fit(np.ones((3, 1)), np.array([2, 3, 8]), np.log(exposure))[0], [0.0], atol=1e-6)
    close(fit(np.ones((2, 1)), np.array([3, 9]), np.log(np.array([1.0, 3.0])))[0], [np.log(3.0)], rtol=1e-6)


def test_offset_shift():
    """A constant added to the offset moves the intercept by its negative."""
    X, y = _data(1)
    shifted = fit(X, y, np.full(len(y), 2.5))[0]
    close(shifted - fit(X, y)[0], [-2.5, 0, 0], atol=1e-6)


def test_stationary():
    """The gradient is 0 at the answer."""
    for seed in range(3):
        X, y = _data(seed)
        offset = np.random.default_rng(seed + 9).normal(size=len(y))
        w, _ = fit(X, y, offset)
        close(X.T @ (y - np.exp(X @ w + offset)), np.zeros(3), atol=1e-5)


def test_to_the_bound():
    """With large counts the gradient reaches the bound of the task."""
    for seed in range(20):
        rng = np.random.default_rng(seed)
        X = np.hstack([np.ones((20, 1)), rng.normal(size=(20, 1))])
        y = rng.poisson(np.exp(X @ np.array([11.0, 0.5]))).astype(float)
        w, _ = fit(X, y)
        close(X.T @ (y - np.exp(X @ w)), np.zeros(2), atol=1.5e-8 * np.linalg.norm(np.abs(X).T @ y))


def test_only_one_shop_sold():
    """Zeros that a plane separates: no minimum, no warning, finite weights."""
    rng = np.random.default_rng(5)
    for _ in range(200):
        n, d = rng.integers(7, 13), rng.integers(3, 6)
        X, y = rng.normal(size=(n, d)), np.zeros(n)
        y[0] = rng.integers(1, 1000)
        check(np.isfinite(quiet(fit, X, y)[0]).all(), "weights must be finite", X)


def test_zero_counts():
    """Many zeros are ordinary counts, and nothing warns."""
    X, y = _data(2, level=-1.5)
    w, _ = quiet(fit, X, y)
    check((y == 0).mean() > 0.5, "the data hold zeros", y)
    close(X.T @ (y - np.exp(X @ w)), np.zeros(3), atol=1e-5)


def test_group_of_zeros():
    """A group with only zeros: a finite weight, a mean near 0, no warning."""
    X = np.array([[1.0, 0], [1, 0], [1, 1], [1, 1]])
    w, _ = quiet(fit, X, np.array([2, 4, 0, 0]))
    check(np.isfinite(w).all(), "weights must be finite", w)
    close(np.exp(X @ w), [3.0, 3, 0, 0], atol=1e-4)


def test_large_counts():
    """Counts of a million neither overflow nor warn."""
    X = np.array([[1.0, 0], [1, 0], [1, 1], [1, 1]])
    w, _ = quiet(fit, X, np.array([9e5, 11e5, 39e5, 41e5]))
    close(w, [np.log(1e6), np.log(4.0)], rtol=1e-6)


def test_far_from_the_start():
    """One huge count among zeros: the long way to the mean is found, without a warning."""
    y = np.zeros(50)
    y[0] = 5e6
    close(quiet(fit, np.ones((50, 1)), y)[0], [np.log(1e5)], rtol=1e-6)


def test_collinear():
    """Equal columns give the same means as one."""
    X, y = _data(3)
    double = np.hstack([X, X[:, 1:2]])
    close(double @ fit(double, y)[0], X @ fit(X, y)[0], rtol=1e-6, atol=1e-6)


def test_dispersion():
    """Dispersion by hand, with n minus the rank; NaN when nothing is left."""
    close(fit(np.ones((4, 1)), np.array([0, 0, 6, 6]))[1], 4.0, rtol=1e-6)
    close(fit(np.ones((4, 2)), np.array([0, 0, 6, 6]))[1], 4.0, rtol=1e-6)
    close(fit(np.ones((1, 1)), np.array([3]))[1], float("nan"))


def test_overdispersion_shows():
    """Poisson data have a dispersion near 1, mixed rates one far above."""
    rng = np.random.default_rng(4)
    X = np.ones((2000, 1))
    close(fit(X, rng.poisson(5.0, 2000))[1], 1.0, atol=0.15)
    check(fit(X, rng.poisson(rng.gamma(1.0, 5.0, 2000)))[1] > 3, "overdispersed")


def test_bad_input():
    """Negative counts, all zeros, NaN and lengths that differ are refused."""
    X = np.ones((2, 1))
    raises(ValueError, fit, X, np.array([1, -1]))
    raises(ValueError, fit, X, np.array([0, 0]))
    raises(ValueError, fit, X, np.array([1.0, np.nan]))
    raises(ValueError, fit, X, np.array([1, 2, 3]))
    raises(ValueError, fit, X, np.array([1, 2]), np.array([0.0, np.inf]))


def test_keeps():
    """The arguments are left alone."""
    X, y = _data(5)
    keeps(fit, X, y, np.zeros(len(y)))
