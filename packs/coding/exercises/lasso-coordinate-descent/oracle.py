"""Comparisons of lasso-coordinate-descent with an independent implementation."""

import numpy as np
from judge import close
from sklearn.linear_model import Lasso
from solution import lasso_cd


def test_sklearn():
    """Agrees with sklearn.linear_model.Lasso."""
    rng = np.random.default_rng(7)
    X, y = rng.normal(size=(50, 8)), rng.normal(size=50)
    for alpha in (0.01, 0.1, 0.3):
        model = Lasso(alpha=alpha, fit_intercept=False, tol=1e-12, max_iter=100000).fit(X, y)
        close(lasso_cd(X, y, alpha), model.coef_, rtol=1e-5, atol=1e-7)
