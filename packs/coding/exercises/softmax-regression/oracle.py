"""Comparisons of softmax-regression with an independent implementation."""

import numpy as np
from judge import close
from sklearn.linear_model import LogisticRegression
from solution import softmax_regression_gd


def test_sklearn():
    """Agrees with multinomial LogisticRegression(C = 1/(n l2))."""
    rng = np.random.default_rng(4)
    X, y = rng.normal(size=(60, 3)), rng.integers(0, 4, 60)
    W, _ = softmax_regression_gd(X, y, 4, 0.2, 0.8, 500)
    model = LogisticRegression(C=1 / (60 * 0.2), fit_intercept=False, tol=1e-10, max_iter=5000).fit(X, y)
    close(W.T, model.coef_, rtol=1e-4, atol=1e-5)
