"""Tests of confusion-matrix."""

import random

from judge import equal, keeps, raises
from solution import confusion_matrix


def test_rows_are_truth():
    """Rows are the truth, columns the prediction."""
    equal(confusion_matrix([0, 0, 0, 1], [0, 1, 1, 1]), [[1, 2], [0, 1]])


def test_strings():
    """String labels, sorted by default."""
    equal(confusion_matrix(["cat", "ant", "cat"], ["ant", "ant", "cat"]), [[1, 0], [1, 1]])


def test_order():
    """The given order of labels is kept."""
    equal(confusion_matrix(["a", "b", "b"], ["b", "b", "b"], ["b", "a"]), [[2, 0], [1, 0]])


def test_absent_label():
    """A label that never occurs has zeros."""
    equal(confusion_matrix([1, 3], [1, 3], [1, 2, 3]), [[1, 0, 0], [0, 0, 0], [0, 0, 1]])


def test_only_predicted():
    """A label that is only predicted belongs to the default labels."""
    equal(confusion_matrix(["a"], ["z"]), [[0, 1], [0, 0]])


def test_stranger():
    """A value that is not among the labels is refused, in either list."""
    raises(ValueError, confusion_matrix, [1, 4], [1, 1], [1, 2])
    raises(ValueError, confusion_matrix, [1, 1], [1, 4], [1, 2])


def test_lengths():
    """Lists of different length are refused."""
    raises(ValueError, confusion_matrix, [1, 2], [1], [1, 2])
    raises(ValueError, confusion_matrix, [1], [1, 2], [1, 2])


def test_duplicate_labels():
    """A label given twice is refused."""
    raises(ValueError, confusion_matrix, [1], [1], [1, 1])


def test_empty():
    """No examples give zeros, or nothing without labels."""
    equal(confusion_matrix([], [], ["x", "y"]), [[0, 0], [0, 0]])
    equal(confusion_matrix([], []), [])


def test_totals():
    """Random data: row and column sums count truth and predictions."""
    rng = random.Random(1)
    truth, predicted = [rng.randrange(5) for _ in range(300)], [rng.randrange(5) for _ in range(300)]
    got = confusion_matrix(truth, predicted, list(range(5)))
    equal([sum(row) for row in got], [truth.count(i) for i in range(5)])
    equal([sum(col) for col in zip(*got)], [predicted.count(i) for i in range(5)])
    equal(sum(got[i][i] for i in range(5)), sum(t == p for t, p in zip(truth, predicted)))
    keeps(confusion_matrix, truth, predicted, [4, 3, 2, 1, 0])
