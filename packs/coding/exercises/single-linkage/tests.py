"""Tests of single-linkage."""

import numpy as np
from judge import check, close, equal, keeps, raises
from solution import single_linkage


def test_line():
    """Four points on a line, by hand."""
    close(single_linkage(np.array([[0.0], [1.0], [3.0], [7.0]])), [(0, 1, 1.0, 2), (2, 4, 2.0, 3), (3, 5, 4.0, 4)])


def test_two_points():
    """Two points make one merge."""
    close(single_linkage(np.array([[0.0, 0.0], [3.0, 4.0]])), [(0, 1, 5.0, 2)])


def test_one_point():
    """One point makes none."""
    equal(single_linkage(np.array([[1.0, 2.0]])), [])


def test_two_groups():
    """Two groups are merged last, by their nearest points."""
    X = np.array([[0.0], [1.0], [10.0], [11.5], [2.0]])
    close(single_linkage(X), [(0, 1, 1.0, 2), (4, 5, 1.0, 3), (2, 3, 1.5, 2), (6, 7, 8.0, 5)])


def test_ties():
    """Equal distances are taken in the order of the point pairs."""
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    close(single_linkage(X), [(0, 1, 1.0, 2), (2, 4, 1.0, 3), (3, 5, 1.0, 4)])


def test_duplicates():
    """Equal points merge at height 0."""
    close(single_linkage(np.array([[2.0], [2.0], [2.0]])), [(0, 1, 0.0, 2), (2, 3, 0.0, 3)])


def test_chaining():
    """A chain of equal gaps ends in one cluster at that height."""
    merges = single_linkage(np.arange(20.0)[:, None])
    close([m[2] for m in merges], [1.0] * 19)
    equal(merges[-1][3], 20)


def test_each_cluster_once():
    """Random data: every cluster but the last is merged exactly once, a before b."""
    merges = single_linkage(np.random.default_rng(0).normal(size=(30, 3)))
    equal(sorted(c for m in merges for c in m[:2]), list(range(58)))
    check(all(m[0] < m[1] for m in merges), "a must be below b")


def test_monotone():
    """Heights never fall, sizes add up."""
    merges = single_linkage(np.random.default_rng(1).uniform(size=(25, 2)))
    heights = [m[2] for m in merges]
    equal(heights, sorted(heights))
    sizes = [1] * 25
    for a, b, _, size in merges:
        sizes.append(sizes[int(a)] + sizes[int(b)])
        equal(size, sizes[-1])


def test_spanning_tree():
    """The heights add up to the minimum spanning tree (Prim)."""
    X = np.random.default_rng(2).normal(size=(20, 2))
    D = np.sqrt(((X[:, None] - X) ** 2).sum(axis=2))
    best, inside, total = D[0].copy(), {0}, 0.0
    while len(inside) < 20:
        j = min((k for k in range(20) if k not in inside), key=lambda k: best[k])
        total += best[j]
        inside.add(j)
        best = np.minimum(best, D[j])
    close(sum(m[2] for m in single_linkage(X)), total, rtol=1e-9)


def test_bad_input():
    """No points are refused; the data are kept."""
    raises(ValueError, single_linkage, np.zeros((0, 2)))
    keeps(single_linkage, np.array([[0.0], [4.0], [1.0]]))
