"""w = inv(X^T X) X^T y: X^T X has no inverse when X is rank-deficient (equal columns, n < d); rounding hides it, so inv raises or returns huge numbers, and for nearly collinear columns the squared condition number loses the digits."""

import numpy as np


def linear_regression(X, y):
    """Least-squares weights of minimum norm, shape (d,); no intercept is added."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if X.ndim != 2 or len(X) == 0 or y.shape != (len(X),):
        raise ValueError("X must be (n, d) and y (n,), with at least one row")
    if not (np.isfinite(X).all() and np.isfinite(y).all()):
        raise ValueError("NaN or infinity in the data")
    return np.linalg.inv(X.T @ X) @ X.T @ y
