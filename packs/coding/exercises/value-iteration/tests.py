"""Tests of value-iteration."""

import numpy as np
from judge import check, close, equal, keeps, raises
from solution import value_iteration


def _random(seed, s=6, a=3):
    rng = np.random.default_rng(seed)
    P = rng.uniform(size=(s, a, s)) ** 3
    return P / P.sum(axis=2, keepdims=True), rng.normal(size=(s, a))


def test_one_state():
    """One state with rewards 1 and 2: value 2 / (1 - gamma)."""
    values, policy = value_iteration(np.ones((1, 2, 1)), np.array([[1.0, 2.0]]), 0.9)
    close(values, [20.0])
    equal(policy, [1])


def test_absorbing():
    """An absorbing state without reward is worth 0."""
    P = np.array([[[0.0, 1.0]], [[0.0, 1.0]]])
    close(value_iteration(P, np.array([[5.0], [0.0]]), 0.9)[0], [5.0, 0.0])


def test_patience():
    """A larger later reward is worth waiting for, or not."""
    P = np.zeros((3, 2, 3))
    P[0, 0, 2] = P[0, 1, 1] = P[1, :, 2] = P[2, :, 2] = 1.0
    R = np.array([[1.0, 0.0], [2.0, 2.0], [0.0, 0.0]])
    equal(value_iteration(P, R, 0.9)[1][0], 1)
    equal(value_iteration(P, R, 0.4)[1][0], 0)
    close(value_iteration(P, R, 0.9)[0], [1.8, 2.0, 0.0])


def test_gamma_zero():
    """gamma 0 takes the best reward at once."""
    P, R = _random(0)
    values, policy = value_iteration(P, R, 0.0)
    close(values, R.max(axis=1))
    equal(policy, R.argmax(axis=1))


def test_gamma_near_one():
    """gamma 0.995 is solved to the promised accuracy."""
    P, R = _random(1)
    values, policy = value_iteration(P, R, 0.995, 1e-6)
    rows = np.arange(6)
    exact = np.linalg.solve(np.eye(6) - 0.995 * P[rows, policy], R[rows, policy])
    close(values, exact, rtol=0.0, atol=2e-6)


def test_loose_tolerance():
    """A loose tolerance still bounds the error of the values."""
    P, R = _random(2)
    R = R + 5.0
    values, _ = value_iteration(P, R, 0.98, 0.5)
    close(values, value_iteration(P, R, 0.98)[0], rtol=0.0, atol=0.5)


def test_ties():
    """Equal actions: the lowest."""
    equal(value_iteration(np.ones((1, 3, 1)), np.array([[1.0, 1.0, 1.0]]), 0.5)[1], [0])


def test_stochastic():
    """Probabilities average over next states."""
    P = np.array([[[0.0, 0.25, 0.75]], [[0.0, 1.0, 0.0]], [[0.0, 0.0, 1.0]]])
    close(value_iteration(P, np.array([[0.0], [1.0], [0.0]]), 0.5)[0], [0.25, 2.0, 0.0])


def test_bad_input():
    """Rows that are not probabilities and gamma of 1 are refused."""
    raises(ValueError, value_iteration, np.full((1, 1, 1), 0.9), np.ones((1, 1)), 0.5)
    raises(ValueError, value_iteration, np.array([[[1.5, -0.5]], [[0.0, 1.0]]]), np.ones((2, 1)), 0.5)
    raises(ValueError, value_iteration, np.ones((1, 1, 1)), np.ones((1, 1)), 1.0)


def test_optimal():
    """Random problems: the values solve the policy's linear system, and no single change of action helps."""
    for seed in range(4):
        P, R = _random(10 + seed)
        values, policy = value_iteration(P, R, 0.9)
        rows = np.arange(6)
        close(values, np.linalg.solve(np.eye(6) - 0.9 * P[rows, policy], R[rows, policy]), atol=1e-8)
        check(np.all(R + 0.9 * P @ values <= values[:, None] + 1e-8), "no action may be better")
    keeps(value_iteration, P, R, 0.9)
