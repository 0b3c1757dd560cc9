"""Subtracts in place and so changes the caller's logits."""

import numpy as np


def softmax(x, axis=-1):
    """Probabilities along `axis`; minus infinity is masked, a fully masked slice gives zeros."""
    x = np.asarray(x, dtype=float)
    top = np.max(x, axis=axis, keepdims=True)
    top = np.where(np.isneginf(top), 0.0, top)
    x -= top
    powers = np.exp(x)
    total = np.sum(powers, axis=axis, keepdims=True)
    return powers / np.where(total == 0, 1.0, total)
