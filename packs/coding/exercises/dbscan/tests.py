"""Tests of dbscan."""

import numpy as np
from judge import check, equal, keeps, raises
from solution import dbscan


def _line(*xs):
    return np.array(xs, dtype=float)[:, None]


def test_two_groups():
    """Two groups and one lonely point."""
    equal(dbscan(_line(0, 1, 2, 10, 11, 12, 50), 1.5, 3), [0, 0, 0, 1, 1, 1, -1])


def test_all_noise():
    """Points far apart are all noise."""
    equal(dbscan(_line(0, 10, 20), 1.0, 2), [-1, -1, -1])


def test_itself_counts():
    """A point counts itself: min_samples 1 makes every point a cluster."""
    equal(dbscan(_line(0, 10, 20), 1.0, 1), [0, 1, 2])
    equal(dbscan(_line(0, 1), 1.0, 2), [0, 0])


def test_distance_equal():
    """A distance of exactly eps is inside."""
    equal(dbscan(_line(0, 2, 4), 2.0, 3), [0, 0, 0])


def test_border_not_expanded():
    """A border point joins, but does not pull in what is near only to it."""
    equal(dbscan(_line(0, 0.1, 0.2, 1.15, 2.1), 1.0, 4), [0, 0, 0, 0, -1])


def test_border_between():
    """A border point between two clusters goes to the first, and does not join them."""
    equal(dbscan(_line(0, 0.1, 0.2, 1.15, 2.1, 2.2, 2.3), 1.0, 4), [0, 0, 0, 0, 1, 1, 1])


def test_early_noise():
    """A point visited before its cluster is not left as noise."""
    equal(dbscan(_line(1.15, 0, 0.1, 0.2), 1.0, 4), [0, 0, 0, 0])


def test_long_chain():
    """A chain of 1200 points is one cluster, without recursion."""
    equal(set(dbscan(np.arange(1200.0)[:, None], 1.0, 2).tolist()), {0})


def test_duplicates():
    """Equal points are neighbours."""
    equal(dbscan(np.zeros((4, 2)), 0.1, 4), [0, 0, 0, 0])


def test_bad_and_empty():
    """eps of 0 is refused; no rows give no labels."""
    raises(ValueError, dbscan, np.zeros((2, 1)), 0.0, 1)
    equal(dbscan(np.zeros((0, 2)), 1.0, 2), [])


def test_definition():
    """Random data: noise and core links follow the definition."""
    X = np.random.default_rng(0).uniform(0, 10, size=(80, 2))
    labels = dbscan(X, 1.0, 4)
    near = ((X[:, None] - X) ** 2).sum(axis=2) <= 1.0
    core = near.sum(axis=1) >= 4
    equal(labels == -1, ~(near[:, core].any(axis=1)))
    rows, cols = np.nonzero(near & core[:, None] & core[None, :])
    equal(labels[rows], labels[cols])
    keeps(dbscan, X, 1.0, 4)
