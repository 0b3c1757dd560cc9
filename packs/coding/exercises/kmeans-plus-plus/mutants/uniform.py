"""Draws every row uniformly."""

import numpy as np


def kmeans_pp_init(X, k, rng):
    """Indices of k rows drawn by k-means++ with the generator `rng`."""
    X = np.asarray(X, dtype=float)
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must lie in 1..n")
    chosen = [int(rng.integers(n))]
    nearest = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        if nearest.sum() > 0:
            index = int(rng.choice(np.setdiff1d(np.arange(n), chosen)))
        else:
            index = int(rng.choice(np.setdiff1d(np.arange(n), chosen)))
        chosen.append(index)
        nearest = np.minimum(nearest, ((X - X[index]) ** 2).sum(axis=1))
    return chosen
