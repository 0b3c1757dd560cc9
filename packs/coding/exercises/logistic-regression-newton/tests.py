"""Tests of logistic-regression-newton."""

import numpy as np
from judge import check, close, quiet, raises
from solution import logistic_regression_newton as fit


def _data(seed=0, n=60, d=3):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d))
    return X, (rng.uniform(size=n) < 1 / (1 + np.exp(-X @ np.arange(1.0, d + 1)))).astype(int)


def _gradient(X, y, l2, w):
    return X.T @ (1 / (1 + np.exp(-X @ w)) - y) + l2 * w


def test_intercept_only():
    """A column of ones alone gives the log-odds."""
    close(fit(np.ones((4, 1)), np.array([1, 1, 1, 0]), 0.0), [np.log(3.0)], rtol=1e-7)


def test_stationary():
    """The gradient is 0 at the answer, without a penalty."""
    X, y = _data()
    close(_gradient(X, y, 0.0, fit(X, y, 0.0)), np.zeros(3), atol=1e-7)


def test_penalty():
    """The gradient is 0 at the answer, with penalties small and large."""
    X, y = _data(1)
    for l2 in (0.1, 3.0, 200.0):
        close(_gradient(X, y, l2, fit(X, y, l2)), np.zeros(3), atol=1e-6)


def test_separable():
    """Separable data without a penalty: finite weights, perfect on the data, no warning."""
    X = np.array([[1.0, -2.0], [1.0, -1.0], [1.0, 1.0], [1.0, 3.0]])
    y = np.array([0, 0, 1, 1])
    w = quiet(fit, X, y, 0.0)
    check(np.isfinite(w).all(), "weights must be finite", w)
    close((X @ w > 0).astype(int), y)


def test_overshoot():
    """From a start far away, where full Newton steps run off, it still reaches the minimum."""
    w = quiet(fit, np.ones((4, 1)), np.array([1, 1, 1, 0]), 0.0, 50, np.array([5.0]))
    close(w, [np.log(3.0)], rtol=1e-6)


def test_collinear():
    """Equal columns without a penalty: same predictions as one column."""
    X, y = _data(2, d=1)
    close(np.hstack([X, X]) @ fit(np.hstack([X, X]), y, 0.0), X @ fit(X, y, 0.0), rtol=1e-6, atol=1e-7)


def test_large_values():
    """One row ten thousand times larger neither overflows nor warns."""
    X, y = np.array([[1.0], [-1.0], [2.0], [-2.0], [-10000.0]]), np.array([1, 0, 1, 0, 0])
    w = quiet(fit, X, y, 1.0)
    close(X[:4].T @ (1 / (1 + np.exp(-X[:4] @ w)) - y[:4]) + w, [0.0], atol=1e-6)


def test_one_class():
    """One class, or labels that are not 0 and 1, are refused."""
    raises(ValueError, fit, np.eye(2), np.array([1, 1]), 1.0)
    raises(ValueError, fit, np.eye(2), np.array([-1, 1]), 1.0)


def test_negative_penalty():
    """A negative penalty is refused."""
    raises(ValueError, fit, np.eye(2), np.array([0, 1]), -1.0)


def test_flipped_labels():
    """Flipping the labels flips the sign of the weights."""
    X, y = _data(3)
    close(fit(X, 1 - y, 0.5), -fit(X, y, 0.5), rtol=1e-6)
