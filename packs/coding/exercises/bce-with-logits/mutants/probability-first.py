"""Forms the probability and logs it: log(0) at saturated logits."""

import numpy as np


def bce_with_logits(z, y, reduction="mean"):
    """Loss (reduced as asked) and its gradient by the logits."""
    z, y = np.asarray(z, dtype=float), np.asarray(y, dtype=float)
    if z.shape != y.shape:
        raise ValueError("logits and targets differ in shape")
    if reduction not in ("mean", "sum", "none"):
        raise ValueError("reduction is mean, sum or none")
    if y.size and not (np.min(y) >= 0 and np.max(y) <= 1):
        raise ValueError("targets must lie in [0, 1]")
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, e) / (1 + e)
    losses = -y * np.log(p) - (1 - y) * np.log(1 - p)
    gradient = np.where(z >= 0, 1.0, e) / (1 + e) - y
    if reduction == "none":
        return losses, gradient
    count = max(z.size, 1) if reduction == "mean" else 1
    return losses.sum() / count, gradient / count
