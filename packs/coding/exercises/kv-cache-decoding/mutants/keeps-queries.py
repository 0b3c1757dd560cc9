"""Stores the query in place of the key."""

import numpy as np


def decode_step(cache, q, k, v):
    """Attention output of the newest token and the cache extended by it; the given cache is kept."""
    keys, values = q[:, None], v[:, None]
    if cache is not None:
        if cache["k"].shape[0] != len(k):
            raise ValueError("the batch differs from the cache")
        keys = np.concatenate([cache["k"], keys], axis=1)
        values = np.concatenate([cache["v"], values], axis=1)
    scores = np.einsum("bd,btd->bt", q, keys) / np.sqrt(q.shape[-1])
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return np.einsum("bt,btd->bd", weights, values), {"k": keys, "v": values}
