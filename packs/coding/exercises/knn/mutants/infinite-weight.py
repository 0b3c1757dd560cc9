"""Divides by a distance of 0."""

import numpy as np


def knn_predict(X_train, y_train, X, k, weights="uniform"):
    """Label of each row of X by its k nearest training rows; ties go to the smallest label."""
    X_train, X = np.asarray(X_train, dtype=float), np.asarray(X, dtype=float)
    if not 1 <= k <= len(X_train) or weights not in ("uniform", "distance"):
        raise ValueError("k must lie in 1..n, weights be uniform or distance")
    labels, codes = np.unique(y_train, return_inverse=True)
    distances = np.sqrt(((X[:, None] - X_train) ** 2).sum(axis=2))
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    near = np.take_along_axis(distances, nearest, axis=1)
    votes = np.ones_like(near)
    if weights == "distance":
        votes = 1 / near
    table = np.zeros((len(X), len(labels)))
    np.add.at(table, (np.arange(len(X))[:, None], codes[nearest]), votes)
    return labels[table.argmax(axis=1)]
