"""Forgets to subtract the one-hot target."""

import numpy as np


def softmax_cross_entropy(logits, y):
    """Mean cross-entropy of integer labels `y`, and its gradient by the logits."""
    logits, y = np.asarray(logits, dtype=float), np.asarray(y)
    n, k = logits.shape
    if n == 0 or y.shape != (n,):
        raise ValueError("one label for each row, and at least one row")
    if y.min() < 0 or y.max() >= k:
        raise ValueError("label out of range")
    shifted = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    totals = powers.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    loss = np.mean(np.log(totals[:, 0]) - shifted[rows, y])
    gradient = powers / totals

    return loss, gradient / n
