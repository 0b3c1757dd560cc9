"""Tests of standardize."""

import numpy as np
from judge import close, equal, keeps, quiet, raises
from solution import standardize


def test_by_hand():
    """Mean 2, deviation 2 (divided by n)."""
    train, test = standardize(np.array([[0.0], [4.0]]), np.array([[2.0], [8.0]]))
    close(train, [[-1.0], [1.0]])
    close(test, [[0.0], [3.0]])


def test_train_statistics_only():
    """The test rows do not change anything."""
    X = np.random.default_rng(0).normal(size=(10, 2))
    one, _ = standardize(X, np.zeros((1, 2)))
    two, _ = standardize(X, np.full((50, 2), 1e6))
    equal(one, two)


def test_test_is_not_refit():
    """The test part is not standardized by itself."""
    _, test = standardize(np.array([[0.0], [2.0]]), np.array([[10.0], [12.0]]))
    close(test, [[9.0], [11.0]])


def test_constant():
    """A constant column becomes 0, without a warning."""
    train, test = quiet(standardize, np.full((4, 1), 5.0), np.array([[5.0], [7.0]]))
    close(train, np.zeros((4, 1)))
    close(test, [[0.0], [2.0]])


def test_constant_fraction():
    """A constant of 0.1 is exactly constant, whatever rounding the mean has."""
    train, test = quiet(standardize, np.full((7, 1), 0.1), np.array([[0.6]]))
    equal(train, np.zeros((7, 1)))
    close(test, [[0.5]])


def test_nan():
    """NaN is ignored in the statistics and stays."""
    train, test = quiet(standardize, np.array([[0.0], [np.nan], [4.0]]), np.array([[np.nan], [2.0]]))
    close(train, [[-1.0], [np.nan], [1.0]])
    close(test, [[np.nan], [0.0]])


def test_only_nan():
    """A column of only NaN stays NaN, without a warning."""
    train, test = quiet(standardize, np.full((2, 1), np.nan), np.array([[1.0]]))
    close(train, [[np.nan], [np.nan]])
    close(test, [[np.nan]])


def test_far_from_zero():
    """A column around 1e9 keeps its digits."""
    train, _ = standardize(np.array([[1e9], [1e9 + 2]]), np.zeros((0, 1)))
    close(train, [[-1.0], [1.0]])


def test_columns_apart():
    """Columns are scaled apart; integers work."""
    train, _ = standardize(np.array([[0, 100], [2, 300]]), np.zeros((0, 2)))
    close(train, [[-1.0, -1.0], [1.0, 1.0]])


def test_properties():
    """Random data: mean 0, variance 1; inputs are kept."""
    X = np.random.default_rng(1).normal(5, 3, size=(200, 4))
    train, test = standardize(X, X)
    close(train.mean(axis=0), np.zeros(4), atol=1e-9)
    close(train.var(axis=0), np.ones(4))
    close(test, train)
    keeps(standardize, X, X)


def test_bad_input():
    """No training rows, or other columns, are refused."""
    raises(ValueError, standardize, np.zeros((0, 2)), np.zeros((1, 2)))
    raises(ValueError, standardize, np.zeros((2, 2)), np.zeros((1, 3)))
