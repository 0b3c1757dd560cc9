"""Forgets to divide by the root of d."""

import numpy as np


def attention(Q, K, V, mask=None):
    """Softmax(Q K^T / sqrt(d)) V; mask True means may attend, a fully masked query gives zeros."""
    scores = Q @ np.swapaxes(K, -1, -2)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores - np.where(np.isneginf(top), 0.0, top))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total) @ V
