"""Subtracts the maximum and never adds it again."""

import numpy as np


def logsumexp(x, axis=None, keepdims=False):
    """Log of the sum of exponentials along `axis`; an empty sum gives minus infinity."""
    x = np.asarray(x, dtype=float)
    top = np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        result = np.log(np.sum(np.exp(x - top), axis=axis, keepdims=True))
    if keepdims:
        return result
    return result.reshape(())[()] if axis is None else np.squeeze(result, axis=axis)
