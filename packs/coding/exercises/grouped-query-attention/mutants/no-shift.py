"""Exponentials overflow."""

import numpy as np


def grouped_query_attention(Q, K, V):
    """Attention (heads, n, v) where consecutive query heads share a group of keys and values."""
    heads, n, d = Q.shape
    groups = K.shape[0]
    if heads % groups or V.shape[:2] != K.shape[:2]:
        raise ValueError("heads must be divisible by groups, K and V must match")
    grouped = Q.reshape(groups, heads // groups, n, d)
    scores = grouped @ K[:, None].swapaxes(-1, -2) / np.sqrt(d)
    weights = np.exp(scores)
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ V[:, None]).reshape(heads, n, V.shape[-1])
