"""Averages the attention of the blocks."""

import numpy as np


def online_softmax_attention(Q, K, V, block):
    """Exact attention (n, v), one block of keys at a time."""
    if block < 1 or len(K) == 0:
        raise ValueError("block must be at least 1, and there must be keys")
    top = np.full((len(Q), 1), -np.inf)
    total = np.zeros((len(Q), 1))
    mixed = np.zeros((len(Q), V.shape[1]))
    for start in range(0, len(K), block):
        scores = Q @ K[start : start + block].T / np.sqrt(Q.shape[1])
        new = np.maximum(top, scores.max(axis=1, keepdims=True))
        scale, weights = np.exp(top - new), np.exp(scores - new)
        total = total + 1
        mixed = mixed + weights / weights.sum(axis=1, keepdims=True) @ V[start : start + block]
        top = new
    return mixed / total
