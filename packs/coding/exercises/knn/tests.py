"""Tests of knn."""

import numpy as np
from judge import equal, keeps, quiet, raises
from solution import knn_predict as knn


def _col(*xs):
    return np.array(xs, dtype=float)[:, None]


def test_one():
    """k = 1 takes the nearest."""
    equal(knn(_col(0, 10), np.array([3, 8]), _col(1, 9, -5), 1), [3, 8, 3])


def test_majority():
    """Three vote."""
    equal(knn(_col(0, 1, 2, 3), np.array([1, 0, 0, 1]), _col(0.4), 3), [0])


def test_vote_tie():
    """Equal votes: the smallest label."""
    equal(knn(_col(0, 1), np.array([7, 2]), _col(0.1), 2), [2])


def test_distance_tie():
    """Equal distances: the lower index is nearer."""
    equal(knn(_col(-1, 1), np.array([5, 4]), _col(0), 1), [5])
    equal(knn(_col(1, -1), np.array([5, 4]), _col(0), 1), [5])


def test_weights():
    """A near neighbour outweighs two far ones."""
    X, y = _col(0, 4, 5), np.array([1, 0, 0])
    equal(knn(X, y, _col(1), 3), [0])
    equal(knn(X, y, _col(1), 3, "distance"), [1])


def test_zero_distance():
    """Distance 0 decides alone, without a warning."""
    X, y = _col(0, 0.1, 0.1), np.array([1, 0, 0])
    equal(quiet(knn, X, y, _col(0), 3, "distance"), [1])


def test_two_zero_distances():
    """Several at distance 0 vote among themselves."""
    X, y = _col(2, 2, 2, 2.01), np.array([0, 1, 1, 0])
    equal(quiet(knn, X, y, _col(2), 4, "distance"), [1])


def test_inverse_not_squared():
    """Weights are 1/distance, not its square."""
    X, y = _col(1, 2, -2.1), np.array([1, 0, 0])
    equal(knn(X, y, _col(0), 3, "distance"), [1])
    equal(knn(_col(1, 1.5, -1.6), y, _col(0), 3, "distance"), [0])


def test_far_from_origin():
    """Data far from the origin keep their order."""
    equal(knn(_col(0, 1) + 1e9, np.array([0, 1]), _col(0.4, 0.6) + 1e9, 1), [0, 1])


def test_k_equals_n():
    """k = n is the majority everywhere; larger is refused."""
    X, y = _col(0, 1, 2), np.array([1, 1, 0])
    equal(knn(X, y, _col(100, -100), 3), [1, 1])
    raises(ValueError, knn, X, y, X, 4)
    raises(ValueError, knn, X, y, X, 0)
    raises(ValueError, knn, X, y, X, 1, "rank")


def test_training_rows():
    """Random data: each training row is its own nearest neighbour."""
    rng = np.random.default_rng(1)
    X, y = rng.normal(size=(40, 3)), rng.integers(-2, 3, 40)
    equal(knn(X, y, X, 1), y)
    equal(knn(X, y, X, 7, "distance"), y)
    keeps(knn, X, y, X, 3)
