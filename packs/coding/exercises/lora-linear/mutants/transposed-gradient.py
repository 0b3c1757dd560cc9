"""Mixes up which factor belongs to which gradient."""

import numpy as np


def _check(W, A, B):
    if A.shape[0] != B.shape[1] or W.shape != (B.shape[0], A.shape[1]):
        raise ValueError("W is (out, in), A is (r, in), B is (out, r)")


def lora_forward(x, W, A, B, alpha):
    """Output (n, out) of the layer with adapter, scale alpha / r."""
    _check(W, A, B)
    return x @ W.T + alpha / len(A) * ((x @ A.T) @ B.T)


def lora_backward(x, W, A, B, alpha, upstream):
    """Gradients by x, A and B; W is frozen."""
    _check(W, A, B)
    scaled = alpha / len(A) * upstream
    inner = scaled @ B
    return upstream @ W + inner @ A, inner.T @ x, scaled.T @ (x @ A.T) * 0 + (x @ A.T).sum()


def lora_merge(W, A, B, alpha):
    """A new weight that contains the adapter."""
    _check(W, A, B)
    return W + alpha / len(A) * (B @ A)
