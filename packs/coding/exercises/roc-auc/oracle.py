"""Comparisons of roc-auc with an independent implementation."""

import random

from judge import close
from scipy.stats import mannwhitneyu
from sklearn.metrics import roc_auc_score
from solution import roc_auc


def test_libraries():
    """Agrees with sklearn and with the Mann-Whitney statistic."""
    rng = random.Random(7)
    truth = [rng.randrange(2) for _ in range(300)]
    scores = [rng.randrange(40) + t * 5.0 for t in truth]
    close(roc_auc(truth, scores), roc_auc_score(truth, scores))
    ups, downs = [s for s, t in zip(scores, truth) if t], [s for s, t in zip(scores, truth) if not t]
    close(roc_auc(truth, scores), mannwhitneyu(ups, downs).statistic / (len(ups) * len(downs)))
