"""Tests of one-hot-encoding."""

import random

from judge import equal, keeps, raises
from solution import one_hot


def test_known():
    """Sorted columns, one 1 a row."""
    equal(one_hot(["red", "blue", "red"], ["blue", "red"]), (["blue", "red"], [[1, 0], [0, 1]]))


def test_train_decides():
    """Columns come from training, even where the values lack a category."""
    equal(one_hot(["a", "b", "c"], ["c"]), (["a", "b", "c"], [[0, 0, 1]]))


def test_unknown_error():
    """An unknown value is refused by default."""
    raises(ValueError, one_hot, ["a"], ["a", "z"])


def test_unknown_ignore():
    """An unknown value may be a row of zeros."""
    equal(one_hot(["a", "b"], ["z", "b"], "ignore")[1], [[0, 0], [0, 1]])


def test_missing_category():
    """Missing is a category of its own, last."""
    equal(one_hot(["b", None, "a"], [None, "a"]), (["a", "b", None], [[0, 0, 1], [1, 0, 0]]))


def test_missing_unknown():
    """Missing that training did not have is unknown."""
    raises(ValueError, one_hot, ["a"], [None])
    equal(one_hot(["a"], [None], "ignore")[1], [[0]])


def test_none_is_not_the_word():
    """The word None is not a missing value."""
    equal(one_hot(["None", None], ["None", None]), (["None", None], [[1, 0], [0, 1]]))


def test_rows_apart():
    """Rows are separate lists."""
    rows = one_hot(["a", "b"], ["a", "b", "a"])[1]
    equal(rows, [[1, 0], [0, 1], [1, 0]])


def test_empty():
    """No values give no rows; no training is refused, and so is another mode."""
    equal(one_hot(["a"], []), (["a"], []))
    raises(ValueError, one_hot, [], ["a"])
    raises(ValueError, one_hot, ["a"], ["a"], "drop")


def test_order():
    """The order of training data does not matter (random)."""
    rng = random.Random(1)
    train = [rng.choice("hgfedcba") for _ in range(50)]
    values = [rng.choice(train) for _ in range(20)]
    names, rows = one_hot(train, values)
    equal(one_hot(train[::-1], values), (names, rows))
    equal([names[row.index(1)] for row in rows], values)
    equal([sum(row) for row in rows], [1] * 20)
    keeps(one_hot, train, values)
