import numpy as np


def linear_regression(X, y):
    """Least-squares weights of minimum norm, shape (d,); no intercept is added."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if X.ndim != 2 or len(X) == 0 or y.shape != (len(X),):
        raise ValueError("X must be (n, d) and y (n,), with at least one row")
    if not (np.isfinite(X).all() and np.isfinite(y).all()):
        raise ValueError("NaN or infinity in the data")
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    keep = s > max(X.shape) * np.finfo(float).eps * s[0]
    return Vt[keep].T @ ((U[:, keep].T @ y) / s[keep])
