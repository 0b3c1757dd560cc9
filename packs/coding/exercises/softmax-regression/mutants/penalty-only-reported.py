"""The penalty stands in the loss but not in the gradient."""

import numpy as np


def _objective(X, y, l2, W):
    logits = X @ W
    logits = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(logits)
    totals = powers.sum(axis=1, keepdims=True)
    rows = np.arange(len(X))
    loss = np.mean(np.log(totals[:, 0]) - logits[rows, y]) + l2 / 2 * np.sum(W**2)
    error = powers / totals
    error[rows, y] -= 1
    return loss, X.T @ error / len(X)


def softmax_regression_gd(X, y, k, l2, lr, steps):
    """Weights (d, k) after gradient descent from zero, and the objective before and after each step."""
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if steps < 0 or y.min() < 0 or y.max() >= k:
        raise ValueError("labels must lie in 0..k-1, steps must not be negative")
    W = np.zeros((X.shape[1], k))
    losses = []
    for _ in range(steps):
        loss, gradient = _objective(X, y, l2, W)
        losses.append(loss)
        W = W - lr * gradient
    losses.append(_objective(X, y, l2, W)[0])
    return W, losses
