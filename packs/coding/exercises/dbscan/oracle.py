"""Comparisons of dbscan with an independent implementation."""

import numpy as np
from judge import equal
from sklearn.cluster import DBSCAN
from solution import dbscan


def test_sklearn():
    """Agrees with sklearn on core points and noise, labels up to a permutation."""
    rng = np.random.default_rng(1)
    X = np.vstack([rng.normal(size=(50, 2)), rng.normal(size=(50, 2)) + 6, rng.uniform(-5, 12, size=(20, 2))])
    model = DBSCAN(eps=0.8, min_samples=5).fit(X)
    labels = dbscan(X, 0.8, 5)
    equal(labels == -1, model.labels_ == -1)
    core = model.core_sample_indices_
    pairs = set(zip(labels[core].tolist(), model.labels_[core].tolist()))
    equal(len(pairs), len(set(labels[core].tolist())))
    equal(len(pairs), len(set(model.labels_[core].tolist())))
