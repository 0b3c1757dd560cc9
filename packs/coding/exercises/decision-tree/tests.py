"""Tests of decision-tree."""

import random

from judge import check, equal, keeps, raises
from solution import decision_tree as tree

XOR = [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_one_split():
    """One split at the midpoint."""
    equal(tree([[1.0], [2.0], [5.0]], ["a", "a", "b"], [[3.4], [3.6]]), ["a", "b"])


def test_boundary():
    """A value at the threshold goes left."""
    equal(tree([[1.0], [2.0]], [0, 1], [[1.5]]), [0])


def test_depth_zero():
    """Depth 0 is the majority, the smallest label on a tie."""
    equal(tree([[1], [2], [3]], [0, 1, 1], [[1]], 0), [1])
    equal(tree([[1], [2]], [7, 3], [[1], [2]], 0), [3, 3])


def test_xor():
    """XOR is learned at depth 2, although no first split helps."""
    equal(tree(XOR, [0, 1, 1, 0], XOR, 2), [0, 1, 1, 0])


def test_xor_depth_one():
    """At depth 1 XOR is a coin: the lower feature, ties to the smallest label."""
    equal(tree(XOR, [0, 1, 1, 0], XOR, 1), [0, 0, 0, 0])


def test_feature_tie():
    """Equally good features: the lower one."""
    X = [[0, 0], [1, 1]]
    equal(tree(X, [0, 1], [[0, 1], [1, 0]]), [0, 1])


def test_min_leaf():
    """No side may be smaller than min_leaf."""
    X, y = [[1], [2], [3], [4]], [1, 0, 0, 0]
    equal(tree(X, y, X, min_leaf=1), [1, 0, 0, 0])
    equal(tree(X, y, X, min_leaf=2), [0, 0, 0, 0])
    equal(tree([[1], [2], [3]], [0, 1, 1], [[1]], min_leaf=2), [1])


def test_clash():
    """Equal rows with different labels end in a majority leaf."""
    equal(tree([[1], [1], [1]], [0, 1, 1], [[1], [9]]), [1, 1])


def test_training_accuracy():
    """Random rows without clashes are learned perfectly without limits."""
    rng = random.Random(1)
    X = [[rng.random() for _ in range(3)] for _ in range(80)]
    y = [rng.randrange(3) for _ in X]
    equal(tree(X, y, X), y)
    keeps(tree, X, y, X)


def test_depth_limits():
    """A depth of 2 has at most four leaves."""
    rng = random.Random(2)
    X = [[rng.random(), rng.random()] for _ in range(60)]
    y = list(range(60))
    check(len(set(tree(X, y, X, 2))) <= 4, "at most four labels come out")


def test_second_feature():
    """The better feature is chosen, wherever it stands."""
    X = [[5, 1], [3, 2], [4, 8], [6, 9]]
    equal(tree(X, [0, 0, 1, 1], [[9, 1], [1, 9]], 1), [0, 1])


def test_bad_input():
    """No rows, other lengths and bad limits are refused."""
    raises(ValueError, tree, [], [], [])
    raises(ValueError, tree, [[1]], [0, 1], [])
    raises(ValueError, tree, [[1]], [0], [], -1)
    raises(ValueError, tree, [[1]], [0], [], None, 0)
