import numpy as np


def conv2d(x, w, stride=1, padding=0, dilation=1):
    """Cross-correlation (o, h, v) of x (c, height, width) with kernels w (o, c, kh, kw)."""
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    if x.shape[0] != w.shape[1] or stride < 1 or dilation < 1 or padding < 0:
        raise ValueError("channels must match; stride and dilation at least 1, padding not negative")
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    kh, kw = w.shape[2:]
    h = (x.shape[1] - dilation * (kh - 1) - 1) // stride + 1
    v = (x.shape[2] - dilation * (kw - 1) - 1) // stride + 1
    if h < 1 or v < 1:
        raise ValueError("the kernel is larger than the padded input")
    out = np.zeros((w.shape[0], h, v))
    for i in range(kh):
        for j in range(kw):
            top, left = i * dilation, j * dilation
            window = x[:, top : top + stride * (h - 1) + 1 : stride, left : left + stride * (v - 1) + 1 : stride]
            out += np.einsum("oc,chv->ohv", w[:, :, i, j], window)
    return out
