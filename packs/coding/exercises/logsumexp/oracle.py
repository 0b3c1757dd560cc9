"""Comparisons of logsumexp with an independent implementation."""

import numpy as np
from judge import close
from scipy import special
from solution import logsumexp


def test_scipy():
    """Agrees with scipy.special.logsumexp, axes and keepdims included."""
    x = np.random.default_rng(2).normal(scale=100, size=(3, 4, 5))
    for axis in (None, 0, 1, 2):
        for keep in (False, True):
            close(logsumexp(x, axis=axis, keepdims=keep), special.logsumexp(x, axis=axis, keepdims=keep), rtol=1e-12)
