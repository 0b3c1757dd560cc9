"""Comparisons of two-layer-backprop with an independent implementation."""

import numpy as np
from judge import close
from scipy.optimize import approx_fprime
from solution import mlp_loss_and_gradients


def test_fprime():
    """All gradients together agree with scipy's approx_fprime."""
    rng = np.random.default_rng(8)
    shapes = {"W1": (3, 4), "b1": (4,), "W2": (4, 3), "b2": (3,)}
    X, y = rng.normal(size=(5, 3)), rng.integers(0, 3, 5)
    flat = rng.normal(size=12 + 4 + 12 + 3)

    def unpack(v):
        cuts = np.split(v, np.cumsum([int(np.prod(s)) for s in shapes.values()])[:-1])
        return {k: c.reshape(s) for (k, s), c in zip(shapes.items(), cuts)}

    gradients = mlp_loss_and_gradients(X, y, unpack(flat))[1]
    numeric = approx_fprime(flat, lambda v: mlp_loss_and_gradients(X, y, unpack(v))[0], 1e-7)
    close(np.concatenate([gradients[k].ravel() for k in shapes]), numeric, rtol=1e-3, atol=1e-5)
