"""Comparisons of ridge with an independent implementation."""

import numpy as np
from judge import close
from sklearn.linear_model import Ridge
from solution import ridge


def test_sklearn():
    """Agrees with sklearn's Ridge(solver='svd')."""
    rng = np.random.default_rng(4)
    for n, d in ((40, 5), (6, 10)):
        X, y = rng.normal(size=(n, d)), rng.normal(size=n)
        for alpha in (0.1, 1.0, 30.0):
            model = Ridge(alpha=alpha, solver="svd").fit(X, y)
            weights, intercept = ridge(X, y, alpha)
            close(weights, model.coef_, rtol=1e-7)
            close(intercept, model.intercept_, rtol=1e-7)
