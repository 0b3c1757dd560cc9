"""Forgets the 1/n of the loss: the penalty is too weak."""

import numpy as np


def _soft_threshold(value, amount):
    return np.sign(value) * max(abs(value) - amount, 0.0)


def lasso_cd(X, y, alpha, tol=1e-10, max_sweeps=10000, start=None):
    """Weights minimizing ||y - Xw||^2 / (2n) + alpha * ||w||_1, by cyclic coordinate descent."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if alpha < 0:
        raise ValueError("alpha must not be negative")
    n, d = X.shape
    w = np.zeros(d) if start is None else np.array(start, dtype=float)
    residual = y - X @ w
    scale = (X**2).sum(axis=0)
    for _ in range(max_sweeps):
        largest = 0.0
        for j in range(d):
            old = w[j]
            rho = X[:, j] @ residual + scale[j] * old
            w[j] = _soft_threshold(rho, alpha) / scale[j] if scale[j] > 0 else 0.0
            residual += X[:, j] * (old - w[j])
            largest = max(largest, abs(w[j] - old))
        if largest <= tol:
            break
    return w
