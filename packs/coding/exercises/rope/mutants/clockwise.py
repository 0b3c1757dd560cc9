"""Turns the other way."""

import numpy as np


def rope(x, positions, base=10000.0):
    """Rotate neighbouring pairs of the last axis by position-dependent angles."""
    x = np.asarray(x, dtype=float)
    d = x.shape[-1]
    if d % 2:
        raise ValueError("the last dimension must be even")
    frequencies = base ** (-np.arange(0, d, 2) / d)
    angles = -np.asarray(positions, dtype=float)[:, None] * frequencies
    even, odd = x[..., 0::2], x[..., 1::2]
    out = np.empty_like(x)
    out[..., 0::2] = even * np.cos(angles) - odd * np.sin(angles)
    out[..., 1::2] = even * np.sin(angles) + odd * np.cos(angles)
    return out
