import numpy as np


def ridge(X, y, alpha):
    """Weights and intercept of least squares with penalty alpha * ||w||^2 (intercept not penalized)."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if alpha < 0 or len(X) == 0:
        raise ValueError("alpha must not be negative, and there must be rows")
    x_mean, y_mean = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - x_mean, full_matrices=False)
    keep = s > max(X.shape) * np.finfo(float).eps * max(s[0], 1e-300)
    U, s, Vt = U[:, keep], s[keep], Vt[keep]
    weights = Vt.T @ (s / (s**2 + alpha) * (U.T @ (y - y_mean)))
    return weights, y_mean - x_mean @ weights
