"""Replaces NaN by 0 before the statistics."""

import numpy as np


def standardize(X_train, X_test):
    """Both arrays scaled by the training columns' mean and deviation; NaN stays."""
    train, test = np.asarray(X_train, dtype=float), np.asarray(X_test, dtype=float)
    if len(train) == 0 or train.shape[1] != test.shape[1]:
        raise ValueError("training rows are needed, and the same columns")
    train, test = np.nan_to_num(train), np.nan_to_num(test)
    known = ~np.isnan(train)
    count = known.sum(axis=0)
    start = np.where(known, train, np.inf).min(axis=0)
    start = np.where(count > 0, start, np.nan)
    shifted = np.where(known, train - start, 0.0)
    offset = shifted.sum(axis=0) / np.maximum(count, 1)
    squares = np.where(known, shifted - offset, 0.0) ** 2
    spread = np.sqrt(squares.sum(axis=0) / np.maximum(count, 1))
    spread = np.where(spread == 0, 1.0, spread)
    return (train - start - offset) / spread, (test - start - offset) / spread
