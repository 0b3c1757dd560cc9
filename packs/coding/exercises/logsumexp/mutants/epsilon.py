"""Adds a small number inside the log, which is wrong for small entries."""

import numpy as np


def logsumexp(x, axis=None, keepdims=False):
    """Log of the sum of exponentials along `axis`; an empty sum gives minus infinity."""
    x = np.asarray(x, dtype=float)
    top = np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        result = np.log(np.sum(np.exp(np.minimum(x, 700.0)), axis=axis, keepdims=True) + 1e-300)
    if keepdims:
        return result
    return result.reshape(())[()] if axis is None else np.squeeze(result, axis=axis)
