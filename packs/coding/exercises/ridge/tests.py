"""Tests of ridge."""

import numpy as np
from judge import check, close, raises
from solution import ridge


def _data(n=30, d=4, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)) + 3.0, rng.normal(size=n) + 10.0


def test_by_hand():
    """One column worked out by hand: centred x = (-1, 0, 1), y = (-2, 0, 2), alpha 2."""
    weights, intercept = ridge(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 5.0]), 2.0)
    close(weights, [1.0])
    close(intercept, 1.0)


def test_alpha_zero():
    """alpha 0 equals ordinary least squares with an intercept."""
    X, y = _data()
    weights, intercept = ridge(X, y, 0.0)
    expected = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)[0]
    close(np.append(weights, intercept), expected, rtol=1e-7)


def test_alpha_huge():
    """A huge alpha gives weights 0 and the mean as intercept."""
    X, y = _data()
    weights, intercept = ridge(X, y, 1e12)
    close(weights, np.zeros(4), atol=1e-8)
    close(intercept, y.mean(), rtol=1e-6)


def test_shifted_target():
    """Adding 1000 to y moves only the intercept."""
    X, y = _data()
    w1, b1 = ridge(X, y, 5.0)
    w2, b2 = ridge(X, y + 1000.0, 5.0)
    close(w2, w1, rtol=1e-6)
    close(b2, b1 + 1000.0, rtol=1e-9)


def test_shifted_features():
    """Adding a constant to a column does not change the weights."""
    X, y = _data()
    close(ridge(X + 50.0, y, 5.0)[0], ridge(X, y, 5.0)[0], rtol=1e-6)


def test_duplicate_columns():
    """Equal columns share their weight, also at alpha 0."""
    x = np.arange(5.0)[:, None]
    close(ridge(np.hstack([x, x]), 4 * x[:, 0], 0.0)[0], [2.0, 2.0], rtol=1e-8)
    close(ridge(np.hstack([x, x]), 4 * x[:, 0], 10.0)[0], [4 / 3, 4 / 3])


def test_wide():
    """More columns than rows works."""
    X, y = _data(n=5, d=12, seed=1)
    weights, intercept = ridge(X, y, 1.0)
    gradient = (X - X.mean(axis=0)).T @ (y - X @ weights - intercept) - weights
    close(gradient, np.zeros(12), atol=1e-9)


def test_stationary():
    """The gradient of the objective is 0 at the answer, penalty not averaged over rows."""
    X, y = _data(seed=2)
    weights, intercept = ridge(X, y, 7.0)
    residual = y - X @ weights - intercept
    close(X.T @ residual, 7.0 * weights, rtol=1e-6, atol=1e-7)
    close(residual.sum(), 0.0, atol=1e-8)


def test_shrinks():
    """The norm of the weights falls as alpha grows."""
    X, y = _data(seed=3)
    norms = [np.linalg.norm(ridge(X, y, a)[0]) for a in (0.0, 0.1, 1.0, 10.0, 100.0)]
    check(all(a > b for a, b in zip(norms, norms[1:])), "norms must fall", norms)


def test_bad_input():
    """A negative alpha and no rows are refused."""
    raises(ValueError, ridge, np.ones((2, 1)), np.ones(2), -0.1)
    raises(ValueError, ridge, np.ones((0, 1)), np.ones(0), 1.0)
