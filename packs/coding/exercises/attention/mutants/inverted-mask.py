"""Takes True as "masked"."""

import numpy as np


def attention(Q, K, V, mask=None):
    """Softmax(Q K^T / sqrt(d)) V; mask True means may attend, a fully masked query gives zeros."""
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    top = scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores - np.where(np.isneginf(top), 0.0, top))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total) @ V
