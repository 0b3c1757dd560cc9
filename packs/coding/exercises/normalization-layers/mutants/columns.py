"""Layer norm normalizes columns."""

import numpy as np


def layer_norm(x, gain, shift, eps=1e-5):
    """Rows to mean 0 and variance 1, times gain plus shift."""
    z, _ = _normalize(x, eps)
    return z * gain + shift


def _normalize(x, eps):
    centred = x - x.mean(axis=0, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=0, keepdims=True) + eps)
    return centred / spread, spread


def layer_norm_backward(x, gain, upstream, eps=1e-5):
    """Gradients by x, gain and shift."""
    z, spread = _normalize(x, eps)
    return _through(z, spread, upstream * gain, 1), (upstream * z).sum(axis=0), upstream.sum(axis=0)


def _through(z, spread, g, axis):
    return (g - g.mean(axis=axis, keepdims=True) - z * (g * z).mean(axis=axis, keepdims=True)) / spread


def rms_norm(x, gain, eps=1e-5):
    """Rows divided by their root mean square, times gain."""
    return x / np.sqrt((x**2).mean(axis=1, keepdims=True) + eps) * gain


def batch_norm(x, gain, shift, running, momentum=0.1, train=True, eps=1e-5):
    """Normalized columns and the running statistics after this batch."""
    mean, var = running["mean"], running["var"]
    if train:
        if len(x) < 2:
            raise ValueError("a training batch needs at least two rows")
        mean, var = x.mean(axis=0), x.var(axis=0)
        running = {
            "mean": (1 - momentum) * running["mean"] + momentum * mean,
            "var": (1 - momentum) * running["var"] + momentum * x.var(axis=0, ddof=1),
        }
    return (x - mean) / np.sqrt(var + eps) * gain + shift, running


def batch_norm_backward(x, gain, upstream, eps=1e-5):
    """Gradients by x, gain and shift of a training batch."""
    z, spread = (part.T for part in _normalize(x.T, eps))
    return _through(z, spread, upstream * gain, 0), (upstream * z).sum(axis=0), upstream.sum(axis=0)
