"""Tests of kmeans."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import kmeans


def _blobs(seed=0, n=60):
    rng = np.random.default_rng(seed)
    return np.vstack([rng.normal(size=(n // 3, 2)) + c for c in ([0, 0], [8, 0], [0, 8])])


def test_two_pairs():
    """Two pairs of points find their two means."""
    X = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]])
    centres, labels, inertias = kmeans(X, X[[0, 2]])
    close(centres, [[0.0, 1.0], [10.0, 1.0]])
    equal(labels, [0, 0, 1, 1])
    close(inertias[-1], 4.0)


def test_empty_cluster():
    """A centre without points moves to the farthest point, without a warning."""
    X = np.array([[0.0], [1.0], [9.0]])
    centres, labels, _ = quiet(kmeans, X, np.array([[0.0], [100.0]]))
    close(centres, [[0.5], [9.0]])
    equal(labels, [0, 0, 1])


def test_two_empty_clusters():
    """Two empty clusters take different points, farthest first."""
    X = np.array([[0.0], [1.0], [20.0], [30.0]])
    centres, labels, _ = quiet(kmeans, X, np.array([[0.0], [500.0], [600.0]]), 1)
    close(centres, [[12.75], [30.0], [20.0]])
    equal(labels, [0, 0, 0, 0])


def test_tie():
    """A point midway goes to the lower index."""
    equal(kmeans(np.array([[-1.0], [0.0], [1.0]]), np.array([[-1.0], [1.0]]), 1)[1], [0, 0, 1])


def test_one_round():
    """One round: one assignment, one update."""
    centres, labels, inertias = kmeans(np.array([[0.0], [2.0], [10.0]]), np.array([[0.0], [4.0]]), 1)
    equal(len(inertias), 1)
    close(inertias[0], 0.0 + 4.0 + 36.0)
    equal(labels, [0, 0, 1])
    close(centres, [[1.0], [10.0]])


def test_k_equals_n():
    """k = n ends with inertia 0."""
    X = np.array([[0.0], [5.0], [9.0]])
    close(kmeans(X, X + 0.1)[2][-1], 0.0)


def test_duplicates():
    """All points equal: finite centres, inertia 0, no warning."""
    centres, _, inertias = quiet(kmeans, np.ones((4, 2)), np.array([[1.0, 1.0], [1.0, 1.0]]))
    close(centres, np.ones((2, 2)))
    close(inertias[-1], 0.0)


def test_far_from_origin():
    """Data far from the origin keep their digits."""
    X = np.array([[0.0], [1.0], [4.0], [5.0]]) + 1e9
    close(kmeans(X, X[[1, 2]])[0] - 1e9, [[0.5], [4.5]], atol=1e-6)


def test_monotone():
    """Random data: inertia never rises, and the result is a fixed point."""
    X = _blobs(1)
    centres, labels, inertias = kmeans(X, X[[0, 1, 2]])
    check(all(a >= b - 1e-9 for a, b in zip(inertias, inertias[1:])), "inertia must not rise", inertias)
    close(centres, [X[labels == j].mean(axis=0) for j in range(3)])
    equal(((X[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1), labels)


def test_bad_input():
    """More centres than points, and NaN, are refused."""
    raises(ValueError, kmeans, np.ones((2, 1)), np.ones((3, 1)))
    raises(ValueError, kmeans, np.array([[np.nan], [1.0]]), np.ones((1, 1)))


def test_untouched():
    """Points and starting centres are not changed."""
    keeps(kmeans, np.array([[0.0], [1.0], [9.0]]), np.array([[0.0], [5.0]]))
