import numpy as np


def _find(parent, i):
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def single_linkage(X):
    """Merges (a, b, height, size) in order, cluster n + i made by merge i."""
    X = np.asarray(X, dtype=float)
    n = len(X)
    if n == 0:
        raise ValueError("no points")
    i, j = np.triu_indices(n, 1)
    heights = np.sqrt(((X[i] - X[j]) ** 2).sum(axis=1))
    parent, names, sizes = list(range(n)), list(range(n)), [1] * n
    merges = []
    for pair in np.argsort(heights, kind="stable"):
        left, right = _find(parent, int(i[pair])), _find(parent, int(j[pair]))
        if left == right:
            continue
        parent[right] = left
        sizes[left] += sizes[right]
        a, b = sorted((names[left], names[right]))
        names[left] = n + len(merges)
        merges.append((a, b, float(heights[pair]), sizes[left]))
    return merges
