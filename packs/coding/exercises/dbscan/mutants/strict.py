"""Uses a distance strictly below eps."""

import numpy as np


def dbscan(X, eps, min_samples):
    """Label of each row, -1 for noise; clusters are numbered in order of discovery."""
    X = np.asarray(X, dtype=float)
    if eps <= 0:
        raise ValueError("eps must be positive")
    neighbours = [np.flatnonzero(((X - x) ** 2).sum(axis=1) < eps**2) for x in X]
    core = [len(near) >= min_samples for near in neighbours]
    labels = np.full(len(X), -1)
    cluster = 0
    for i in range(len(X)):
        if labels[i] != -1 or not core[i]:
            continue
        labels[i] = cluster
        queue = [i]
        while queue:
            j = queue.pop(0)
            if not core[j]:
                continue
            for m in neighbours[j]:
                if labels[m] == -1:
                    labels[m] = cluster
                    queue.append(m)
        cluster += 1
    return labels
