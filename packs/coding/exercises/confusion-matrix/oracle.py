"""Comparisons of confusion-matrix with an independent implementation."""

import random

from judge import equal
from sklearn import metrics
from solution import confusion_matrix


def test_sklearn():
    """Agrees with sklearn.metrics.confusion_matrix."""
    rng = random.Random(2)
    truth, predicted = [rng.choice("abcd") for _ in range(200)], [rng.choice("abcd") for _ in range(200)]
    equal(confusion_matrix(truth, predicted), metrics.confusion_matrix(truth, predicted))
    equal(confusion_matrix(truth, predicted, list("dbcae")), metrics.confusion_matrix(truth, predicted, labels=list("dbcae")))
