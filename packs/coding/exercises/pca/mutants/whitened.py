"""Returns whitened scores."""

import numpy as np


def pca(X, k):
    """Mean, components (k, d), variances (k,) and scores (n, k), signs fixed."""
    X = np.asarray(X, dtype=float)
    if len(X) < 2 or not 1 <= k <= min(X.shape):
        raise ValueError("at least two rows, k in 1..min(n, d)")
    mean = X.mean(axis=0)
    U, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    U, s, Vt = U[:, :k], s[:k], Vt[:k]
    signs = np.sign(Vt[np.arange(k), np.abs(Vt).argmax(axis=1)])
    return mean, Vt * signs[:, None], s**2 / (len(X) - 1), U * np.sqrt(len(X) - 1) * signs
