"""Tests of lasso-coordinate-descent."""

import numpy as np
from judge import check, close, equal, keeps, raises
from solution import lasso_cd


def _data(seed=0, n=40, d=6):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) * np.arange(1, d + 1)
    return X, X @ np.array([2.0, 0, 0, -1.0, 0, 0.5][:d]) + 0.1 * rng.normal(size=n)


def test_one_column():
    """One column by hand: x = (1, 1), y = (3, 3), alpha 1 gives 2."""
    close(lasso_cd(np.ones((2, 1)), np.array([3.0, 3.0]), 1.0), [2.0])


def test_negative_weight():
    """Negative weights shrink towards zero as well."""
    close(lasso_cd(np.ones((2, 1)), np.array([-3.0, -3.0]), 1.0), [-2.0])


def test_orthogonal():
    """Orthogonal columns are soft-thresholded one by one, exact zeros included."""
    got = lasso_cd(2 * np.eye(4), np.array([4.0, -4.0, 0.5, 0.0]), 0.5)
    close(got, [1.5, -1.5, 0.0, 0.0])
    equal(got[2:], [0.0, 0.0])


def test_alpha_max():
    """At alpha_max all weights are exactly zero, just below it one is not."""
    X, y = _data()
    top = np.max(np.abs(X.T @ y)) / len(y)
    equal(lasso_cd(X, y, top * 1.0001), np.zeros(6))
    equal(np.count_nonzero(lasso_cd(X, y, top * 0.99)), 1)


def test_alpha_zero():
    """alpha 0 gives least squares."""
    X, y = _data(1)
    close(lasso_cd(X, y, 0.0), np.linalg.lstsq(X, y, rcond=None)[0], rtol=1e-6, atol=1e-7)


def test_kkt():
    """Random data: the optimality conditions hold for active and inactive columns."""
    X, y = _data(2)
    for alpha in (0.05, 0.5, 2.0):
        w = lasso_cd(X, y, alpha)
        slope = X.T @ (y - X @ w) / len(y)
        close(slope[w != 0], alpha * np.sign(w[w != 0]), rtol=1e-6)
        check(np.all(np.abs(slope) <= alpha + 1e-7), "no slope may exceed alpha", slope)


def test_duplicates():
    """Two equal columns: their weights add up to the single one."""
    x = np.array([[1.0], [2.0], [3.0]])
    y = np.array([2.0, 4.0, 6.0])
    close(lasso_cd(np.hstack([x, x]), y, 0.3).sum(), lasso_cd(x, y, 0.3)[0], rtol=1e-8)


def test_zero_column():
    """A column of zeros gets weight 0, not NaN."""
    close(lasso_cd(np.array([[1.0, 0.0], [1.0, 0.0]]), np.array([3.0, 3.0]), 1.0), [2.0, 0.0])


def test_warm_start():
    """A warm start is used: zero sweeps give it back, and it ends at the same answer."""
    X, y = _data(3)
    begin = np.array([1.0, -2.0, 3.0, 0.0, 0.0, 1.0])
    equal(lasso_cd(X, y, 0.4, max_sweeps=0, start=begin), begin)
    close(lasso_cd(X, y, 0.4, start=begin), lasso_cd(X, y, 0.4), rtol=1e-6, atol=1e-8)


def test_untouched():
    """Data and start are not changed."""
    X, y = _data(4)
    keeps(lasso_cd, X, y, 0.1, 1e-8, 100, np.ones(6))


def test_negative_alpha():
    """A negative alpha is refused."""
    raises(ValueError, lasso_cd, np.eye(2), np.ones(2), -1.0)
