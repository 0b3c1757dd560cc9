"""Gives a point alone in its cluster the score 1."""

import numpy as np


def silhouette(X, labels):
    """Mean silhouette of all points; singletons count 0."""
    X, labels = np.asarray(X, dtype=float), np.asarray(labels)
    names, own, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    if len(names) < 2 or len(labels) != len(X):
        raise ValueError("at least two clusters, and one label a row")
    distances = np.sqrt(((X[:, None, :] - X[None, :, :]) ** 2).sum(axis=2))
    sums = distances @ np.eye(len(names))[own]
    rows = np.arange(len(X))
    inside = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    outside = sums / sizes
    outside[rows, own] = np.inf
    nearest = outside.min(axis=1)
    larger = np.maximum(inside, nearest)
    scores = (nearest - inside) / np.where(larger > 0, larger, 1.0)
    return scores.mean()
