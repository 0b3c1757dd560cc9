import numpy as np


def quantize_int8(w, per_channel=False, symmetric=True):
    """Codes (int8), scales and zero points; w is about scale * (q - zero)."""
    w = np.asarray(w, dtype=float)
    if not np.isfinite(w).all():
        raise ValueError("NaN or infinity")
    axis = 1 if per_channel else (0, 1)
    low = np.minimum(w.min(axis=axis, keepdims=True), 0.0)
    high = np.maximum(w.max(axis=axis, keepdims=True), 0.0)
    span = np.maximum(-low, high) / 127 if symmetric else (high - low) / 255
    scale = np.where(span == 0, 1.0, span)
    zero = np.zeros_like(scale) if symmetric else np.round(-128 - low / scale)
    zero = np.where(span == 0, 0.0, zero)
    bottom = -127 if symmetric else -128
    q = np.clip(np.round(w / scale) + zero, bottom, 127).astype(np.int8)
    return q, scale, zero


def dequantize_int8(q, scale, zero):
    """Approximate weights of the codes."""
    return scale * (q.astype(float) - zero)
