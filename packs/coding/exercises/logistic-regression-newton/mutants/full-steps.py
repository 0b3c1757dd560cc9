"""Always takes the full Newton step, which overshoots on badly scaled data."""

import numpy as np


def _loss(X, t, l2, w):
    return np.logaddexp(0, -t * (X @ w)).sum() + l2 / 2 * (w @ w)


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


def logistic_regression_newton(X, y, l2, max_steps=50, start=None):
    """Weights of L2-penalized logistic regression, by Newton steps that are halved when they overshoot."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if l2 < 0 or set(np.unique(y)) != {0.0, 1.0}:
        raise ValueError("y must hold both 0 and 1, l2 must not be negative")
    t = 2 * y - 1
    w = np.zeros(X.shape[1]) if start is None else np.array(start, dtype=float)
    loss = _loss(X, t, l2, w)
    for _ in range(max_steps):
        p = _sigmoid(X @ w)
        gradient = X.T @ (p - y) + l2 * w
        if np.linalg.norm(gradient) <= 1e-10 * len(y):
            break
        hessian = (X.T * (p * (1 - p))) @ X + l2 * np.eye(len(w))
        step = np.linalg.lstsq(hessian, gradient, rcond=None)[0]
        size = 1.0

        if size <= 1e-10:
            break
        w = w - size * step
        loss = _loss(X, t, l2, w)
    return w
