"""Comparisons of logistic-regression-newton with an independent implementation."""

import numpy as np
from judge import close
from sklearn.linear_model import LogisticRegression
from solution import logistic_regression_newton


def test_sklearn():
    """Agrees with LogisticRegression(C=1/l2) on random data."""
    rng = np.random.default_rng(5)
    X = rng.normal(size=(80, 4))
    y = (X[:, 0] + rng.normal(size=80) > 0).astype(int)
    for l2 in (0.5, 5.0):
        model = LogisticRegression(C=1 / l2, fit_intercept=False, tol=1e-10, max_iter=5000).fit(X, y)
        close(logistic_regression_newton(X, y, l2), model.coef_[0], rtol=1e-4, atol=1e-6)
