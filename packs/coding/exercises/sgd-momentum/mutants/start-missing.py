"""The path does not begin with x0."""

import numpy as np


def sgd_momentum(f_grad, x0, lr, mu=0.9, nesterov=False, steps=100):
    """Path (steps + 1, d) of gradient descent with heavy-ball or Nesterov momentum."""
    if not 0 <= mu < 1:
        raise ValueError("mu must lie in [0, 1)")
    x = np.array(x0, dtype=float)
    v = np.zeros_like(x)
    path = []
    for _ in range(steps):
        v = mu * v - lr * np.asarray(f_grad(x + mu * v if nesterov else x))
        x = x + v
        path.append(x)
    return np.array(path)
