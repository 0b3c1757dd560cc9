"""Tests of softmax-regression."""

import numpy as np
from judge import check, close, equal, quiet, raises
from solution import softmax_regression_gd as fit


def _data(seed=0, n=40, d=3, k=3):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.integers(0, k, n)


def test_no_steps():
    """No steps: zeros and the loss log k."""
    W, losses = fit(np.ones((2, 2)), np.array([0, 1]), 4, 0.1, 1.0, 0)
    equal(W, np.zeros((2, 4)))
    close(losses, [np.log(4.0)])


def test_one_step():
    """One step by hand: one row, two classes."""
    W, losses = fit(np.array([[2.0]]), np.array([1]), 2, 0.0, 0.5, 1)
    close(W, [[-0.5, 0.5]])
    close(losses, [np.log(2.0), np.log(1 + np.exp(-2.0))])


def test_mean_not_sum():
    """Repeating every row changes nothing: the loss is a mean."""
    X, y = _data()
    W1, l1 = fit(X, y, 3, 0.1, 0.2, 5)
    W2, l2 = fit(np.vstack([X, X]), np.append(y, y), 3, 0.1, 0.2, 5)
    close(W1, W2)
    close(l1, l2)


def test_falls():
    """The objective never rises with a small learning rate, and it falls."""
    X, y = _data(1)
    _, losses = fit(X, y, 3, 0.01, 0.1, 100)
    equal(len(losses), 101)
    check(all(a >= b for a, b in zip(losses, losses[1:])), "the objective must not rise", losses[:5])
    check(losses[-1] < losses[0] - 0.005, "the objective must fall", losses[-1])


def test_stationary():
    """After many steps the gradient is 0, penalty included."""
    X, y = _data(2)
    W, _ = fit(X, y, 3, 0.5, 0.5, 400)
    Z = np.exp(X @ W)
    P = Z / Z.sum(axis=1, keepdims=True) - np.eye(3)[y]
    close(X.T @ P / len(X) + 0.5 * W, np.zeros((3, 3)), atol=1e-8)


def test_penalty_in_loss():
    """The penalty l2/2 * ||W||^2 is part of the reported objective."""
    X, y = np.array([[2.0]]), np.array([1])
    W, losses = fit(X, y, 2, 0.4, 0.5, 1)
    close(losses[1], np.log(1 + np.exp(-2.0)) + 0.2 * np.sum(W**2))


def test_columns_sum_to_zero():
    """Started at zero, the weights of all classes add up to zero."""
    X, y = _data(3)
    close(fit(X, y, 3, 0.1, 0.3, 30)[0].sum(axis=1), np.zeros(3), atol=1e-10)


def test_large_features():
    """Features of a thousand neither overflow nor warn."""
    W, losses = quiet(fit, np.array([[1000.0], [-1000.0]]), np.array([0, 1]), 2, 0.0, 1.0, 3)
    check(np.isfinite(W).all() and np.isfinite(losses).all(), "all numbers must be finite", losses)


def test_unused_class():
    """A class without rows gets its own column."""
    equal(fit(np.ones((2, 1)), np.array([0, 1]), 5, 0.0, 0.1, 1)[0].shape, (1, 5))


def test_bad_input():
    """Labels out of range and negative steps are refused."""
    raises(ValueError, fit, np.ones((2, 1)), np.array([0, 3]), 3, 0.0, 0.1, 1)
    raises(ValueError, fit, np.ones((2, 1)), np.array([0, -1]), 3, 0.0, 0.1, 1)
    raises(ValueError, fit, np.ones((2, 1)), np.array([0, 1]), 3, 0.0, 0.1, -1)
