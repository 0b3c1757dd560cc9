"""Comparisons of knn with an independent implementation."""

import numpy as np
from judge import equal
from sklearn.neighbors import KNeighborsClassifier
from solution import knn_predict


def test_sklearn():
    """Agrees with KNeighborsClassifier for both kinds of weights."""
    rng = np.random.default_rng(2)
    X, y, Q = rng.normal(size=(80, 4)), rng.integers(0, 3, 80), rng.normal(size=(50, 4))
    for k in (1, 4, 15):
        for weights in ("uniform", "distance"):
            model = KNeighborsClassifier(k, weights=weights, algorithm="brute").fit(X, y)
            equal(knn_predict(X, y, Q, k, weights), model.predict(Q))
