"""Gives the same farthest point to every empty cluster."""

import numpy as np


def _assign(X, centres):
    distances = ((X[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    labels = distances.argmin(axis=1)
    return labels, distances[np.arange(len(X)), labels]


def _update(X, labels, own, k):
    farthest = iter(np.argsort(-own, kind="stable"))
    centres = np.empty((k, X.shape[1]))
    for j in range(k):
        members = X[labels == j]
        centres[j] = members.mean(axis=0) if len(members) else X[own.argmax()]
    return centres


def kmeans(X, init, max_iter=100):
    """Centres, labels and inertia after each assignment; an empty cluster takes the farthest point."""
    X, centres = np.asarray(X, dtype=float), np.array(init, dtype=float)
    if len(centres) > len(X) or not (np.isfinite(X).all() and np.isfinite(centres).all()):
        raise ValueError("more centres than points, or NaN")
    labels, inertias = None, []
    for _ in range(max_iter):
        new, own = _assign(X, centres)
        inertias.append(own.sum())
        if labels is not None and np.array_equal(new, labels):
            break
        labels = new
        centres = _update(X, labels, own, len(centres))
    return centres, labels, inertias
