"""Comparisons of poisson-regression with an independent implementation."""

import numpy as np
from judge import close
from sklearn.linear_model import PoissonRegressor
from solution import poisson_regression_irls


def test_sklearn():
    """Agrees with PoissonRegressor; exposure as weights of the rate stands for the offset."""
    rng = np.random.default_rng(6)
    X = rng.normal(size=(120, 3))
    exposure = rng.uniform(0.5, 4.0, 120)
    y = rng.poisson(exposure * np.exp(X @ np.array([0.5, -0.3, 0.2]) + 0.4))
    model = PoissonRegressor(alpha=0, tol=1e-10, max_iter=2000).fit(X, y / exposure, sample_weight=exposure)
    w, _ = poisson_regression_irls(np.hstack([X, np.ones((120, 1))]), y, np.log(exposure))
    close(w, [*model.coef_, model.intercept_], rtol=1e-4, atol=1e-5)
