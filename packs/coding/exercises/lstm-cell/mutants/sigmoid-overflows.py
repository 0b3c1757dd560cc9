"""Computes the sigmoid as 1 / (1 + exp(-z)), which overflows."""

import numpy as np


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _gates(x, h, c, W, b):
    units = h.shape[1]
    if len(x) != len(h) or c.shape != h.shape or W.shape != (x.shape[1] + units, 4 * units) or b.shape != (4 * units,):
        raise ValueError("x (n, i), h and c (n, u), W (i + u, 4u), b (4u,)")
    joined = np.hstack([x, h])
    zi, zf, zg, zo = np.split(joined @ W + b, 4, axis=1)
    return joined, _sigmoid(zi), _sigmoid(zf), np.tanh(zg), _sigmoid(zo)


def lstm_step(x, h, c, W, b):
    """New hidden state and cell; gates in the order input, forget, candidate, output."""
    _, i, f, g, o = _gates(x, h, c, W, b)
    new = f * c + i * g
    return o * np.tanh(new), new


def lstm_step_backward(x, h, c, W, b, grad_h, grad_c):
    """Gradients by x, h, c, W and b."""
    joined, i, f, g, o = _gates(x, h, c, W, b)
    if grad_h.shape != h.shape or grad_c.shape != c.shape:
        raise ValueError("gradients have the shape of the state")
    squashed = np.tanh(f * c + i * g)
    cell = grad_c + grad_h * o * (1 - squashed**2)
    grad_i = cell * g * i * (1 - i)
    grad_f = cell * c * f * (1 - f)
    grad_g = cell * i * (1 - g**2)
    grad_o = grad_h * squashed * o * (1 - o)
    grad_z = np.hstack([grad_i, grad_f, grad_g, grad_o])
    grad_joined = grad_z @ W.T
    inputs = x.shape[1]
    return grad_joined[:, :inputs], grad_joined[:, inputs:], cell * f, joined.T @ grad_z, grad_z.sum(axis=0)
