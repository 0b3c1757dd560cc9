"""Tests of stratified-k-fold."""

import random
from collections import Counter

from judge import check, equal, keeps, raises
from solution import stratified_kfold


def _labels(seed=0, n=53):
    rng = random.Random(seed)
    return [rng.choice("aaaabbc") for _ in range(n)]


def test_partition():
    """Each row is tested exactly once."""
    folds = stratified_kfold(_labels(), 5, random.Random(1))
    equal(len(folds), 5)
    equal(sorted(i for _, test in folds for i in test), list(range(53)))


def test_train_is_rest():
    """The training part is everything else, sorted."""
    for train, test in stratified_kfold(_labels(1), 4, random.Random(1)):
        equal(sorted(train + test), list(range(53)))
        equal(train, sorted(train))
        equal(test, sorted(test))


def test_class_counts():
    """Counts of each class differ by at most one between folds."""
    y = _labels(2)
    for k in (2, 3, 7):
        folds = stratified_kfold(y, k, random.Random(2))
        for c in "abc":
            counts = [sum(y[i] == c for i in test) for _, test in folds]
            check(max(counts) - min(counts) <= 1, f"class {c} must be even", counts)


def test_fold_sizes():
    """Fold sizes differ by at most one, even with many odd classes."""
    y = [c for c in "abcdefgh" for _ in range(3)]
    sizes = [len(test) for _, test in stratified_kfold(y, 5, random.Random(3))]
    check(max(sizes) - min(sizes) <= 1, "folds must be even", sizes)


def test_sorted_labels():
    """Labels in sorted order are no problem."""
    y = [0] * 50 + [1] * 10
    for _, test in stratified_kfold(y, 5, random.Random(4)):
        equal(Counter(y[i] for i in test), {0: 10, 1: 2})


def test_small_class():
    """A class smaller than k is in some folds only."""
    y = ["x"] * 10 + ["rare"] * 2
    counts = [sum(y[i] == "rare" for i in test) for _, test in stratified_kfold(y, 4, random.Random(5))]
    equal(sorted(counts), [0, 0, 1, 1])


def test_leave_one_out():
    """k = n leaves one out."""
    folds = stratified_kfold([0, 1, 0], 3, random.Random(6))
    equal(sorted(test for _, test in folds), [[0], [1], [2]])


def test_random():
    """The generator decides: same seed same folds, and members mix."""
    y = [0] * 30 + [1] * 30
    one = stratified_kfold(y, 3, random.Random(7))
    equal(stratified_kfold(y, 3, random.Random(7)), one)
    check(stratified_kfold(y, 3, random.Random(8)) != one, "another seed gives other folds")
    together = sum(any(0 in t and 1 in t for _, t in stratified_kfold(y, 3, random.Random(s))) for s in range(60))
    check(5 <= together <= 40, "rows 0 and 1 share a fold about one time in three", together)


def test_bad_k():
    """k below 2 or above n is refused; labels are kept."""
    raises(ValueError, stratified_kfold, [0, 1], 1, random.Random(0))
    raises(ValueError, stratified_kfold, [0, 1], 3, random.Random(0))
    keeps(stratified_kfold, [1, 0, 1, 0], 2, random.Random(0))
