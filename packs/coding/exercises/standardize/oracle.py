"""Comparisons of standardize with an independent implementation."""

import numpy as np
from judge import close
from sklearn.preprocessing import StandardScaler
from solution import standardize


def test_sklearn():
    """Agrees with StandardScaler, NaN and constant columns included."""
    rng = np.random.default_rng(2)
    X, Q = rng.normal(3, 5, size=(50, 4)), rng.normal(size=(10, 4))
    X[3, 1] = Q[2, 0] = np.nan
    X[:, 2] = 7.0
    scaler = StandardScaler().fit(X)
    train, test = standardize(X, Q)
    close(train, scaler.transform(X), atol=1e-9)
    close(test, scaler.transform(Q), atol=1e-9)
