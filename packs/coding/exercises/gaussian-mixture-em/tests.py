"""Tests of gaussian-mixture-em."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import gmm_em


def _data(seed=0):
    rng = np.random.default_rng(seed)
    return np.vstack([rng.normal(size=(60, 2)), rng.normal(size=(30, 2)) * 0.5 + [6.0, 3.0]])


def test_one_component():
    """One component: mean and variance of the data after one step."""
    X = _data()
    weights, means, variances, _ = gmm_em(X, np.array([[1.0, 1.0]]), 1, 0.0)
    close(weights, [1.0])
    close(means, [X.mean(axis=0)])
    close(variances, [X.var(axis=0)])


def test_first_likelihood():
    """The first likelihood is that of the starting parameters."""
    X = np.array([[-1.0], [1.0]])
    history = gmm_em(X, np.array([[0.0]]), 1, 0.0)[3]
    close(history, [2 * (-0.5 * np.log(2 * np.pi) - 0.5)])


def test_second_likelihood():
    """The second likelihood is that of the parameters after one update, weights included."""
    X = _data(4)
    start = np.array([[0.0, 0.0], [5.0, 2.0]])
    weights, means, variances, _ = gmm_em(X, start, 1)
    densities = np.exp(-0.5 * (X[:, None] - means) ** 2 / variances) / np.sqrt(2 * np.pi * variances)
    expected = np.log(densities.prod(axis=2) @ weights).sum()
    close(gmm_em(X, start, 2)[3][1], expected, rtol=1e-8)


def test_many_dimensions():
    """In 3000 dimensions every density underflows; the logs do not."""
    X = np.random.default_rng(8).normal(size=(6, 3000))
    history = quiet(gmm_em, X, X[:2], 2)[3]
    check(np.isfinite(history).all(), "likelihoods must be finite", history)


def test_recovers():
    """Two separate groups are found with their sizes, means and spreads."""
    X = _data()
    weights, means, variances, _ = gmm_em(X, np.array([[1.0, 0.0], [5.0, 4.0]]), 60)
    close(weights, [2 / 3, 1 / 3], atol=1e-3)
    close(means, [X[:60].mean(axis=0), X[60:].mean(axis=0)], atol=0.02)
    close(variances, [X[:60].var(axis=0), X[60:].var(axis=0)], atol=0.05)


def test_monotone():
    """The likelihood never falls on overlapping random data."""
    X = np.random.default_rng(2).normal(size=(80, 3))
    history = gmm_em(X, X[:4], 50, 0.0)[3]
    equal(len(history), 50)
    check(all(b >= a - 1e-8 for a, b in zip(history, history[1:])), "log-likelihood must not fall", history[:6])


def test_far_points():
    """Points far from every mean do not make NaN."""
    X = np.vstack([np.zeros((5, 1)), np.full((5, 1), 1e4)]) + np.arange(10)[:, None] * 1e-3
    weights, means, _, history = quiet(gmm_em, X, np.array([[0.0], [1e4]]), 20)
    check(np.isfinite(history).all(), "likelihoods must be finite", history[-3:])
    close(weights, [0.5, 0.5])
    close(means, [X[:5].mean(axis=0), X[5:].mean(axis=0)])


def test_collapse():
    """A component that collapses onto one point has variance reg."""
    X = np.vstack([np.random.default_rng(3).normal(size=(30, 1)), [[50.0]]])
    _, means, variances, history = quiet(gmm_em, X, np.array([[0.0], [50.0]]), 30, 1e-4)
    close(means[1], [50.0])
    close(variances[1], [1e-4])
    check(np.isfinite(history).all(), "likelihoods must be finite", history[-3:])


def test_empty_component():
    """A component no point belongs to keeps its place with weight 0."""
    X = np.array([[0.0], [0.1], [0.2]])
    weights, means, _, _ = quiet(gmm_em, X, np.array([[0.1], [1e5]]), 5)
    close(weights, [1.0, 0.0])
    close(means, [[0.1], [1e5]])


def test_constant_column():
    """A constant column does not divide by zero."""
    X = np.column_stack([np.arange(6.0), np.ones(6)])
    _, _, variances, history = quiet(gmm_em, X, X[[0, 5]], 5)
    close(variances[:, 1], [1e-6, 1e-6])
    check(np.isfinite(history).all(), "likelihoods must be finite", history)


def test_offset():
    """Data far from the origin keep their variance."""
    X = np.array([[0.0], [1.0], [2.0]]) + 1e7
    close(gmm_em(X, np.array([[1e7]]), 1, 0.0)[2], [[2 / 3]], rtol=1e-6)


def test_bad_k_and_start():
    """More components than points is refused, and the starting means are kept."""
    raises(ValueError, gmm_em, np.ones((1, 1)), np.ones((2, 1)), 1)
    keeps(gmm_em, _data(), np.array([[1.0, 0.0], [5.0, 4.0]]), 3)
