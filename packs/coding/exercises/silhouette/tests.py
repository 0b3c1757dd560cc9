"""Tests of silhouette."""

import numpy as np
from judge import check, close, keeps, quiet, raises
from solution import silhouette


def test_by_hand():
    """Two pairs on a line: each point worked out by hand."""
    X = np.array([[0.0], [1.0], [10.0], [12.0]])
    expected = np.mean([(11 - 1) / 11, (10 - 1) / 10, (9.5 - 2) / 9.5, (11.5 - 2) / 11.5])
    close(silhouette(X, np.array([0, 0, 1, 1])), expected)


def test_bad_clustering():
    """Mixed-up labels score below zero."""
    X = np.array([[0.0], [1.0], [10.0], [11.0]])
    check(silhouette(X, np.array([0, 1, 0, 1])) < -0.3, "must be clearly negative")


def test_singleton():
    """A point alone in its cluster counts 0."""
    X = np.array([[0.0], [1.0], [10.0]])
    close(silhouette(X, np.array([0, 0, 1])), (10 - 1) / 10 / 3 + (9 - 1) / 9 / 3)


def test_all_singletons():
    """Only singletons score 0 without a warning."""
    close(quiet(silhouette, np.array([[0.0], [1.0], [5.0]]), np.array([0, 1, 2])), 0.0)


def test_nearest_other():
    """Among several other clusters the nearest counts."""
    X = np.array([[0.0], [1.0], [4.0], [5.0], [100.0], [101.0]])
    scores = [(4.5 - 1) / 4.5, (3.5 - 1) / 3.5, (3.5 - 1) / 3.5, (4.5 - 1) / 4.5, (95.5 - 1) / 95.5, (96.5 - 1) / 96.5]
    close(silhouette(X, np.array([0, 0, 1, 1, 2, 2])), np.mean(scores))


def test_unequal_sizes():
    """Distances to a cluster are means over its points, whatever its size."""
    X = np.array([[0.0], [0.0], [0.0], [3.0], [5.0]])
    scores = [1.0, 1.0, 1.0, (3 - 2) / 3, (5 - 2) / 5]
    close(silhouette(X, np.array([0, 0, 0, 1, 1])), np.mean(scores))


def test_labels():
    """Labels may be any integers, in any order."""
    X = np.random.default_rng(0).normal(size=(12, 2))
    labels = np.array([0, 1, 2] * 4)
    close(silhouette(X, np.array([7, -3, 100])[labels]), silhouette(X, labels))


def test_duplicates():
    """Equal points in different clusters count 0, without a warning."""
    close(quiet(silhouette, np.zeros((4, 2)), np.array([0, 0, 1, 1])), 0.0)


def test_euclidean():
    """Distances are Euclidean, not squared."""
    X = np.array([[0.0, 0.0], [3.0, 4.0], [30.0, 40.0], [33.0, 44.0]])
    close(silhouette(X, np.array([0, 0, 1, 1])), np.mean([(52.5 - 5) / 52.5, (47.5 - 5) / 47.5] * 2))


def test_bad_input():
    """One cluster, or lengths that differ, are refused."""
    raises(ValueError, silhouette, np.zeros((3, 1)), np.zeros(3, dtype=int))
    raises(ValueError, silhouette, np.zeros((3, 1)), np.array([0, 1]))


def test_scale():
    """Scaling and moving the data changes nothing."""
    X = np.random.default_rng(1).normal(size=(20, 3))
    labels = np.arange(20) % 3
    close(silhouette(50 * X + 9, labels), silhouette(X, labels), rtol=1e-9)
    keeps(silhouette, X, labels)
