"""Leaves out the log of the variance."""

import numpy as np


def gaussian_nb(X_train, y_train, X, smoothing=1e-9):
    """Sorted classes and the log-posterior of each row of X."""
    X_train, y_train, X = np.asarray(X_train, dtype=float), np.asarray(y_train), np.asarray(X, dtype=float)
    if len(X_train) == 0 or len(X_train) != len(y_train):
        raise ValueError("one label for each row, and at least one row")
    classes = np.unique(y_train)
    extra = smoothing * (X_train.var(axis=0).max() or 1.0)
    joint = np.empty((len(X), len(classes)))
    for j, label in enumerate(classes):
        rows = X_train[y_train == label]
        mean, var = rows.mean(axis=0), rows.var(axis=0) + extra
        density = -0.5 * ((X - mean) ** 2 / var)
        joint[:, j] = np.log(len(rows) / len(X_train)) + density.sum(axis=1)
    top = joint.max(axis=1, keepdims=True)
    return classes, joint - top - np.log(np.exp(joint - top).sum(axis=1, keepdims=True))
