"""Tests of linear-regression."""

import numpy as np
from judge import close, equal, keeps, raises
from solution import linear_regression


def test_line():
    """A line through three points is found exactly."""
    X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    close(linear_regression(X, np.array([1.0, 3.0, 5.0])), [1.0, 2.0])


def test_noise():
    """Residuals are orthogonal to every column on random data."""
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(40, 5)), rng.normal(size=40)
    close(X.T @ (y - X @ linear_regression(X, y)), np.zeros(5), atol=1e-9)


def test_duplicate_column():
    """Two equal columns share the weight (least norm)."""
    x = np.array([1.0, 2.0, 3.0, 4.0])
    close(linear_regression(np.column_stack([x, x]), 6 * x), [3.0, 3.0], rtol=1e-8)


def test_rank_deficient():
    """A column that is the sum of two others: the least-norm answer fits exactly."""
    rng = np.random.default_rng(1)
    A = rng.normal(size=(30, 2))
    X = np.column_stack([A, A.sum(axis=1)])
    close(linear_regression(X, A @ np.array([1.0, 2.0])), [0.0, 1.0, 1.0], rtol=1e-8, atol=1e-8)


def test_more_columns_than_rows():
    """Fewer rows than columns: interpolates with the least norm."""
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(3, 8)), rng.normal(size=3)
    w = linear_regression(X, y)
    close(X @ w, y, atol=1e-9)
    close(w, X.T @ np.linalg.solve(X @ X.T, y), rtol=1e-7)


def test_one_row():
    """One row: the weight lies along it."""
    close(linear_regression(np.array([[3.0, 4.0]]), np.array([25.0])), [3.0, 4.0])


def test_zero_column():
    """A column of zeros gets weight zero, and a constant column is the mean."""
    X = np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0]])
    close(linear_regression(X, np.array([1.0, 2.0, 6.0])), [3.0, 0.0])


def test_nearly_collinear():
    """Nearly collinear columns (difference 1e-6) keep their digits."""
    rng = np.random.default_rng(3)
    a, b = rng.normal(size=50), rng.normal(size=50)
    X = np.column_stack([a, a + 1e-6 * b])
    close(linear_regression(X, X @ np.array([1.0, 2.0])), [1.0, 2.0], rtol=1e-6)


def test_scales():
    """Columns a million times apart in scale are both found."""
    rng = np.random.default_rng(4)
    X = rng.normal(size=(50, 2)) * np.array([1e6, 1.0])
    close(linear_regression(X, X @ np.array([1e-3, 5.0])), [1e-3, 5.0], rtol=1e-8)


def test_no_intercept():
    """No intercept is added behind the caller's back."""
    got = linear_regression(np.array([[1.0], [2.0]]), np.array([2.0, 2.0]))
    close(got, [1.2])
    equal(got.shape, (1,))


def test_bad_input():
    """NaN, infinity, no rows and lengths that differ are refused."""
    raises(ValueError, linear_regression, np.array([[1.0], [np.nan]]), np.zeros(2))
    raises(ValueError, linear_regression, np.eye(2), np.array([np.inf, 0.0]))
    raises(ValueError, linear_regression, np.zeros((0, 2)), np.zeros(0))
    raises(ValueError, linear_regression, np.eye(2), np.zeros(3))


def test_untouched():
    """The data are not changed."""
    keeps(linear_regression, np.eye(2), np.ones(2))
