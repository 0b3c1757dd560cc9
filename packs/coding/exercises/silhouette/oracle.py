"""Comparisons of silhouette with an independent implementation."""

import numpy as np
from judge import close
from sklearn.metrics import silhouette_score
from solution import silhouette


def test_sklearn():
    """Agrees with sklearn.metrics.silhouette_score, singletons included."""
    rng = np.random.default_rng(2)
    X, labels = rng.normal(size=(40, 3)), rng.integers(0, 4, 40)
    labels[0] = 9
    close(silhouette(X, labels), silhouette_score(X, labels), rtol=1e-9)
