"""Tests of pca."""

import numpy as np
from judge import check, close, equal, keeps, raises
from solution import pca


def _x(seed=0, n=30, d=4):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) + 100.0


def test_line():
    """Points on a diagonal: one direction, by hand."""
    mean, components, variances, scores = pca(np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]]), 1)
    close(mean, [1.0, 1.0])
    close(components, [[np.sqrt(0.5)] * 2])
    close(variances, [2.0])
    close(scores, [[-np.sqrt(2.0)], [0.0], [np.sqrt(2.0)]])


def test_sign():
    """The largest entry of a component is positive."""
    _, components, _, scores = pca(np.array([[0.0, 0.0], [1.0, -3.0], [2.0, -6.0]]), 1)
    check(components[0, 1] > 0 and components[0, 0] < 0, "second entry positive", components)
    check(scores[0, 0] > scores[2, 0], "scores flip along", scores)


def test_centred():
    """The mean of the data does not become a component."""
    X = np.column_stack([np.full(10, 1000.0), np.arange(10.0)])
    close(pca(X, 1)[1], [[0.0, 1.0]])


def test_orthonormal():
    """Components are orthonormal, scores uncorrelated."""
    _, components, variances, scores = pca(_x(), 4)
    close(components @ components.T, np.eye(4))
    close(np.cov(scores.T), np.diag(variances), rtol=1e-7, atol=1e-7)


def test_order():
    """Variances fall and add up to the total."""
    X = _x(1)
    variances = pca(X, 4)[2]
    check(np.all(np.diff(variances) <= 0), "largest first", variances)
    close(variances.sum(), X.var(axis=0, ddof=1).sum())


def test_reconstruction():
    """The error of k components is the sum of the other squared singular values."""
    X = _x(2)
    mean, components, _, scores = pca(X, 2)
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    close(np.sum((X - mean - scores @ components) ** 2), np.sum(s[2:] ** 2))


def test_scores():
    """Scores are the centred data times the components."""
    X = _x(3)
    mean, components, _, scores = pca(X, 3)
    close(scores, (X - mean) @ components.T, atol=1e-8)


def test_wide():
    """More columns than rows."""
    X = np.random.default_rng(4).normal(size=(4, 9))
    mean, components, variances, scores = pca(X, 4)
    equal(components.shape, (4, 9))
    close(variances[3], 0.0)
    close(mean + scores @ components, X)


def test_tiny_variance():
    """A direction a billion times smaller keeps its variance, also off the axes."""
    rng = np.random.default_rng(5)
    a, b = rng.normal(size=50), rng.normal(size=50)
    variances = pca(np.column_stack([a, a + 1e-9 * b]), 2)[2]
    check(0.2e-18 < variances[1] < 1e-18, "about half of 1e-18", variances[1])


def test_bad_input():
    """k out of range and one row are refused; the data are kept."""
    raises(ValueError, pca, _x(), 5)
    raises(ValueError, pca, _x(), 0)
    raises(ValueError, pca, _x()[:1], 1)
    keeps(pca, _x(), 2)
