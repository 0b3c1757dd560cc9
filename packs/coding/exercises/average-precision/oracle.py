"""Comparisons of average-precision with an independent implementation."""

import random

from judge import close
from sklearn.metrics import average_precision_score
from solution import average_precision


def test_sklearn():
    """Agrees with sklearn on data with many ties."""
    rng = random.Random(2)
    for size in (5, 50, 300):
        truth = [1] + [rng.randrange(2) for _ in range(size)]
        scores = [rng.randrange(12) for _ in range(size + 1)]
        close(average_precision(truth, scores), average_precision_score(truth, scores))
