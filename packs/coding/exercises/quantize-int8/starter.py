import numpy as np

def quantize_int8(w, per_channel=False, symmetric=True):
    """Codes (int8), scales and zero points; w is about scale * (q - zero)."""
    raise NotImplementedError

def dequantize_int8(q, scale, zero):
    """Approximate weights of the codes."""
    raise NotImplementedError
