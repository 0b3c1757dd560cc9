"""Comparisons of ndcg with an independent implementation."""

import random

from judge import close
from sklearn.metrics import ndcg_score
from solution import ndcg_at_k


def test_sklearn():
    """Agrees with sklearn.metrics.ndcg_score, ties and cuts included."""
    rng = random.Random(2)
    for k in (1, 3, 10, None):
        rel, scores = [rng.randrange(5) for _ in range(10)], [rng.randrange(6) for _ in range(10)]
        close(ndcg_at_k(rel, scores, k), ndcg_score([rel], [scores], k=k))
