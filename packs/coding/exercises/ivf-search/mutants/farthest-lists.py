"""Probes the farthest lists."""

import numpy as np


def _squared(A, B):
    return ((A[:, None, :] - B[None, :, :]) ** 2).sum(axis=2)


def ivf_search(X, centroids, queries, nprobe, k):
    """Indices of up to k near rows for each query, looking into nprobe lists."""
    X, centroids, queries = (np.asarray(a, dtype=float) for a in (X, centroids, queries))
    if not 1 <= nprobe <= len(centroids) or k < 1:
        raise ValueError("nprobe must lie in 1..nlist, k be at least 1")
    home = _squared(X, centroids).argmin(axis=1)
    lists = [np.flatnonzero(home == j) for j in range(len(centroids))]
    probes = np.argsort(-_squared(queries, centroids), axis=1, kind="stable")[:, :nprobe]
    found = []
    for query, probed in zip(queries, probes):
        candidates = np.sort(np.concatenate([lists[j] for j in probed]))
        order = np.argsort(_squared(query[None], X[candidates])[0], kind="stable")
        found.append(candidates[order[:k]].tolist())
    return found
