"""Tests of time-series-split."""

from judge import check, equal, raises
from solution import time_series_split as split


def test_known():
    """Six rows, three folds."""
    got = split(6, 3)
    equal([test for _, test in got], [[3], [4], [5]])
    equal([train for train, _ in got], [[0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4]])


def test_leftover():
    """Leftover rows go to the first training part."""
    got = split(11, 3)
    equal([test for _, test in got], [[5, 6], [7, 8], [9, 10]])
    equal(got[0][0], [0, 1, 2, 3, 4])


def test_last_row():
    """The last test block ends at the last row."""
    for n in range(6, 30):
        equal(split(n, 4)[-1][1][-1], n - 1)


def test_before():
    """Training is strictly before the test, blocks do not overlap and have one size."""
    folds = split(37, 5)
    for train, test in folds:
        check(max(train) < min(test), "training must come first", (train[-1], test[0]))
        equal(train, list(range(len(train))))
    equal([i for _, test in folds for i in test], list(range(7, 37)))


def test_gap():
    """The gap is left out of training, and only there."""
    for train, test in split(20, 3, 2):
        equal(test[0] - train[-1], 3)
    equal([t for _, t in split(20, 3, 2)], [t for _, t in split(20, 3)])


def test_one_fold():
    """One fold halves the data."""
    equal(split(4, 1), [([0, 1], [2, 3])])


def test_gap_too_large():
    """A gap that eats the first training part is refused."""
    equal(split(8, 3, 1)[0][0], [0])
    raises(ValueError, split, 8, 3, 2)


def test_too_few_rows():
    """Fewer than k + 1 rows are refused."""
    equal(len(split(4, 3)), 3)
    raises(ValueError, split, 3, 3)
    raises(ValueError, split, 0, 2)


def test_bad_numbers():
    """k below 1 and a negative gap are refused."""
    raises(ValueError, split, 10, 0)
    raises(ValueError, split, 10, -1)
    raises(ValueError, split, 10, 2, -1)
