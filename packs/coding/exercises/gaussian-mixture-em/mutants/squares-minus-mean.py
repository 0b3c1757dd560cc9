"""Variance as E[x^2] - mean^2, which cancels far from the origin."""

import numpy as np


def _log_joint(X, weights, means, variances):
    with np.errstate(divide="ignore"):
        log_weights = np.log(weights)
    gaps = (X[:, None, :] - means) ** 2 / variances
    return log_weights - 0.5 * (gaps + np.log(2 * np.pi * variances)).sum(axis=2)


def _normalize(logs):
    top = logs.max(axis=1, keepdims=True)
    totals = top + np.log(np.exp(logs - top).sum(axis=1, keepdims=True))
    return np.exp(logs - totals), totals.sum()


def gmm_em(X, means, n_iter, reg=1e-6):
    """Weights, means, diagonal variances and the log-likelihood before each update."""
    X, means = np.asarray(X, dtype=float), np.array(means, dtype=float)
    n, k = len(X), len(means)
    if k > n:
        raise ValueError("more components than points")
    weights = np.full(k, 1 / k)
    variances = np.tile(X.var(axis=0) + reg, (k, 1))
    history = []
    for _ in range(n_iter):
        shares, likelihood = _normalize(_log_joint(X, weights, means, variances))
        history.append(likelihood)
        sizes = shares.sum(axis=0)
        weights = sizes / n
        for j in np.flatnonzero(sizes > 0):
            share = shares[:, j] / sizes[j]
            means[j] = share @ X
            variances[j] = share @ X**2 - means[j] ** 2 + reg
    return weights, means, variances, history
