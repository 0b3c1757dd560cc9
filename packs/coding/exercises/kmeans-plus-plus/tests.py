"""Tests of kmeans-plus-plus."""

import numpy as np
from judge import check, equal, keeps, quiet, raises
from solution import kmeans_pp_init as init


def _counts(X, k, pick, draws=1000, seed=0):
    rng = np.random.default_rng(seed)
    return np.bincount([pick(init(X, k, rng)) for _ in range(draws)], minlength=len(X))


def _chi_square(counts, p):
    p = np.asarray(p, dtype=float)
    live = p > 0
    expected = counts.sum() * p[live] / p.sum()
    return ((counts[live] - expected) ** 2 / expected).sum()


def test_first_uniform():
    """The first row is uniform (chi-square below its 99.99 % point)."""
    counts = _counts(np.array([[0.0], [1.0], [5.0], [100.0]]), 1, lambda c: c[0])
    check(_chi_square(counts, np.ones(4)) < 21.1, "first picks must be uniform", counts)


def test_second_squared():
    """The second row is proportional to the squared distance."""
    X = np.array([[0.0], [1.0], [2.0], [3.0]])
    rng = np.random.default_rng(1)
    pairs = [c for c in (init(X, 2, rng) for _ in range(1500)) if c[0] == 0]
    counts = np.bincount([c[1] for c in pairs], minlength=4)
    equal(counts[0], 0)
    check(_chi_square(counts, [0, 1, 4, 9]) < 18.5, "second picks must follow d^2 = 1 : 4 : 9", counts)


def test_third_uses_nearest():
    """The third row uses the distance to the nearest chosen one, not to the last."""
    X = np.array([[0.0], [10.0], [5.0], [10.5]])
    rng = np.random.default_rng(2)
    thirds = [c[2] for c in (init(X, 3, rng) for _ in range(1500)) if set(c[:2]) == {0, 1}]
    counts = np.bincount(thirds, minlength=4)
    check(_chi_square(counts, [0, 0, 25, 0.25]) < 15.2, "third picks must follow 25 : 0.25", counts)


def test_distinct():
    """Rows are never chosen twice."""
    X = np.random.default_rng(3).normal(size=(12, 2))
    for seed in range(20):
        equal(len(set(init(X, 12, np.random.default_rng(seed)))), 12)


def test_all_duplicates():
    """All rows equal: distinct indices, no warning."""
    got = quiet(init, np.ones((5, 2)), 4, np.random.default_rng(0))
    equal(len(set(got)), 4)


def test_duplicates_last():
    """A duplicate of a chosen row is not drawn while another row is left."""
    X = np.array([[0.0], [0.0], [0.0], [1.0]])
    for seed in range(30):
        got = init(X, 2, np.random.default_rng(seed))
        check(3 in got, "row 3 must be among the first two", got)


def test_far_cluster():
    """Two far groups both get a seed, practically always."""
    X = np.vstack([np.random.default_rng(4).normal(size=(50, 2)), [[1e4, 0.0], [1e4, 1.0]]])
    for seed in range(20):
        got = init(X, 2, np.random.default_rng(seed))
        equal(sum(i >= 50 for i in got), 1)


def test_reproducible():
    """The same generator gives the same rows, as ints in a list."""
    X = np.random.default_rng(5).normal(size=(30, 3))
    equal(init(X, 5, np.random.default_rng(9)), init(X, 5, np.random.default_rng(9)))
    check(init(X, 5, np.random.default_rng(9)) != init(X, 5, np.random.default_rng(10)), "other seeds give other rows")


def test_bad_k():
    """k outside 1..n is refused."""
    raises(ValueError, init, np.ones((3, 1)), 4, np.random.default_rng(0))
    raises(ValueError, init, np.ones((3, 1)), 0, np.random.default_rng(0))


def test_untouched():
    """The data are not changed."""
    keeps(init, np.arange(6.0).reshape(3, 2), 2, np.random.default_rng(0))
