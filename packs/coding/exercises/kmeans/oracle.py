"""Comparisons of kmeans with an independent implementation."""

import numpy as np
from judge import close, equal
from sklearn.cluster import KMeans
from solution import kmeans


def test_sklearn():
    """Agrees with sklearn's Lloyd from the same start."""
    rng = np.random.default_rng(3)
    X = np.vstack([rng.normal(size=(30, 3)) + 5 * rng.normal(size=3) for _ in range(4)])
    init = X[[0, 30, 60, 90]]
    model = KMeans(4, init=init, n_init=1, algorithm="lloyd", tol=0).fit(X)
    centres, labels, inertias = kmeans(X, init)
    close(centres, model.cluster_centers_, rtol=1e-6)
    equal(labels, model.labels_)
    close(inertias[-1], model.inertia_, rtol=1e-8)
