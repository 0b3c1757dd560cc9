"""Comparisons of linear-regression with an independent implementation."""

import numpy as np
from judge import close
from scipy.linalg import lstsq
from sklearn.linear_model import LinearRegression
from solution import linear_regression


def test_lstsq():
    """Agrees with scipy.linalg.lstsq on full-rank and rank-deficient data."""
    rng = np.random.default_rng(5)
    for d, rank in ((4, 4), (6, 3), (30, 20)):
        X, y = rng.normal(size=(20, rank)) @ rng.normal(size=(rank, d)), rng.normal(size=20)
        close(linear_regression(X, y), lstsq(X, y, cond=1e-12)[0], rtol=1e-6, atol=1e-9)


def test_sklearn():
    """Agrees with LinearRegression(fit_intercept=False)."""
    rng = np.random.default_rng(6)
    X, y = rng.normal(size=(60, 4)), rng.normal(size=60)
    close(linear_regression(X, y), LinearRegression(fit_intercept=False).fit(X, y).coef_, rtol=1e-8)
