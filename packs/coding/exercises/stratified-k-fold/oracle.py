"""Comparisons of stratified-k-fold with an independent implementation."""

import random

from judge import equal
from sklearn.model_selection import StratifiedKFold
from solution import stratified_kfold


def test_sklearn():
    """Class counts of all folds are those of sklearn, up to the order of folds."""
    y = [0] * 40 + [1] * 20 + [2] * 12
    ours = [[sum(y[i] == c for i in test) for c in range(3)] for _, test in stratified_kfold(y, 4, random.Random(1))]
    theirs = [[sum(y[i] == c for i in test) for c in range(3)] for _, test in StratifiedKFold(4).split(y, y)]
    equal(sorted(ours), sorted(theirs))
