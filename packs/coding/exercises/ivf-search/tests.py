"""Tests of ivf-search."""

import numpy as np
from judge import check, equal, keeps, raises
from solution import ivf_search as ivf


def _col(*xs):
    return np.array(xs, dtype=float)[:, None]


def test_one_probe():
    """One probe looks into the nearest list only."""
    X, C = _col(0, 1, 4.9, 5.1, 9, 10), _col(0, 10)
    equal(ivf(X, C, _col(4.8), 1, 2), [[2, 1]])
    equal(ivf(X, C, _col(4.8), 2, 2), [[2, 3]])
    equal(ivf(X, C, _col(9.2), 1, 2), [[4, 5]])


def test_order():
    """Rising distance."""
    equal(ivf(_col(5, 1, 3), _col(0), _col(2.4), 1, 3), [[2, 1, 0]])


def test_few_candidates():
    """Fewer candidates than k: all of them."""
    equal(ivf(_col(0, 100), _col(0, 100), _col(1), 1, 5), [[0]])


def test_empty_list():
    """An empty list gives nothing."""
    equal(ivf(_col(0, 1), _col(0, 50), _col(60), 1, 2), [[]])


def test_ties():
    """Equal distances: the lower row."""
    equal(ivf(_col(3, 1, 1, 3), _col(0), _col(2), 1, 3), [[0, 1, 2]])


def test_centroid_ties():
    """A row midway belongs to the lower centroid, and so does a query."""
    equal(ivf(_col(5, 9), _col(0, 10), _col(5), 1, 2), [[0]])


def test_duplicates():
    """Equal rows all come back."""
    equal(ivf(np.ones((4, 2)), np.zeros((1, 2)), np.ones((1, 2)), 1, 4), [[0, 1, 2, 3]])


def test_far_from_origin():
    """An offset of 1e8 keeps the order."""
    X = _col(0, 0.3, 0.7, 1) + 1e8
    equal(ivf(X, X[[0, 3]], _col(0.6) + 1e8, 2, 4), [[2, 1, 3, 0]])


def test_bad_input():
    """nprobe and k out of range are refused."""
    X = _col(0, 1)
    raises(ValueError, ivf, X, X, X, 0, 1)
    raises(ValueError, ivf, X, X, X, 3, 1)
    raises(ValueError, ivf, X, X, X, 1, 0)


def test_exact_and_recall():
    """Random data: all probes are exact; recall rises with probes."""
    rng = np.random.default_rng(1)
    X, Q = rng.normal(size=(200, 4)), rng.normal(size=(15, 4))
    C = X[:12]
    exact = [np.argsort(((X - q) ** 2).sum(axis=1), kind="stable")[:5].tolist() for q in Q]
    equal(ivf(X, C, Q, 12, 5), exact)
    recalls = [sum(len(set(a) & set(b)) for a, b in zip(ivf(X, C, Q, p, 5), exact)) for p in (1, 3, 6, 12)]
    check(recalls == sorted(recalls) and recalls[0] < 75, "recall rises with nprobe", recalls)
    keeps(ivf, X, C, Q, 2, 3)
