"""s(1-s) is 0 for large z, where the other side still has a value."""

import numpy as np


def _parts(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return z, np.exp(-np.abs(z))


def sigmoid(z):
    """Logistic function of a number or an array, same shape; float32 stays float32."""
    z, e = _parts(z)
    return (np.where(z >= 0, z.dtype.type(1), e) / (1 + e))[()]


def sigmoid_gradient(z):
    """Derivative of the logistic function at `z`."""
    s = sigmoid(z)
    return s * (1 - s)
