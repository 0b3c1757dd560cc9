"""No bias correction: the first step is about 3.2 times too large."""

import numpy as np


def adam_step(state, grad, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.0):
    """Next state {"x", "m", "v", "t"} of AdamW; the given state is not changed."""
    grad = np.asarray(grad, dtype=float)
    t = state["t"] + 1
    m = b1 * state["m"] + (1 - b1) * grad
    v = b2 * state["v"] + (1 - b2) * grad**2
    step = m / (np.sqrt(v) + eps)
    x = state["x"] - lr * step - lr * weight_decay * state["x"]
    return {"x": x, "m": m, "v": v, "t": t}
