"""Starts at zero and never halves a step, so exp overflows."""

import numpy as np


def _loss(X, y, offset, w):
    eta = X @ w + offset
    with np.errstate(over="ignore"):
        return np.sum(np.exp(eta) - y * eta)


def _checked(X, y, offset):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    offset = np.zeros(len(y)) if offset is None else np.asarray(offset, dtype=float)
    if X.ndim != 2 or not len(X) == len(y) == len(offset):
        raise ValueError("X is (n, d), y and offset are (n,)")
    if not all(np.isfinite(a).all() for a in (X, y, offset)) or (y < 0).any() or not y.any():
        raise ValueError("finite numbers; counts not negative and not all 0")
    return X, y, offset


def poisson_regression_irls(X, y, offset=None, max_steps=50):
    """Weights of a log-linear model of counts, and the Pearson dispersion."""
    X, y, offset = _checked(X, y, offset)
    w = np.zeros(X.shape[1])
    small = 1e-8 * np.linalg.norm(np.abs(X).T @ y)
    for _ in range(max_steps):
        mu = np.maximum(np.exp(X @ w + offset), 1e-300)
        if np.linalg.norm(X.T @ (y - mu)) <= small:
            break
        root = np.sqrt(mu)
        step = np.linalg.lstsq(root[:, None] * X, (y - mu) / root, rcond=None)[0]
        before, size = _loss(X, y, offset, w), 1.0
        while False:
            size /= 2
        if size <= 1e-10:
            break
        w = w + size * step
    mu = np.maximum(np.exp(X @ w + offset), 1e-300)
    free = len(y) - np.linalg.matrix_rank(X)
    return w, float(np.sum((y - mu) ** 2 / mu) / free) if free else float("nan")
