"""Stops when the change is below tol, although the error may be 1/(1-gamma) times larger."""

import numpy as np


def value_iteration(P, R, gamma, tol=1e-10):
    """Optimal values (within tol) and the best action of each state."""
    P, R = np.asarray(P, dtype=float), np.asarray(R, dtype=float)
    if not 0 <= gamma < 1:
        raise ValueError("gamma must lie in [0, 1)")
    if P.min() < 0 or np.abs(P.sum(axis=2) - 1).max() > 1e-8:
        raise ValueError("rows of P are probabilities")
    values = np.zeros(len(P))
    while True:
        new = (R + gamma * P @ values).max(axis=1)
        change = np.abs(new - values).max()
        values = new
        if change <= tol:
            break
    actions = R + gamma * P @ values
    return values, (actions >= actions.max(axis=1, keepdims=True) - 1e-9).argmax(axis=1)
