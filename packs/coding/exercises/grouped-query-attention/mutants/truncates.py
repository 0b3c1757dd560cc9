"""Drops the heads that do not fit a group."""

import numpy as np


def grouped_query_attention(Q, K, V):
    """Attention (heads, n, v) where consecutive query heads share a group of keys and values."""
    heads, n, d = Q.shape
    groups = K.shape[0]
    heads -= heads % groups
    Q = Q[:heads]
    grouped = Q.reshape(groups, heads // groups, n, d)
    scores = grouped @ K[:, None].swapaxes(-1, -2) / np.sqrt(d)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ V[:, None]).reshape(heads, n, V.shape[-1])
