"""Comparisons of precision-recall-fbeta with an independent implementation."""

import random

from judge import close
from sklearn.metrics import precision_recall_fscore_support
from solution import precision_recall_fbeta


def test_sklearn():
    """Agrees with sklearn for averages, betas and zero_division."""
    rng = random.Random(4)
    truth, said = [rng.randrange(5) for _ in range(60)], [rng.randrange(4) for _ in range(60)]
    for average in ("macro", "micro", "weighted", None):
        for beta in (0.5, 1.0, 2.0):
            for zero in (0.0, 1.0):
                want = precision_recall_fscore_support(truth, said, beta=beta, average=average, zero_division=zero)[:3]
                close(precision_recall_fbeta(truth, said, beta, average, zero), want)
