"""Comparisons of gradient-boosting with an independent implementation."""

import numpy as np
from judge import close
from sklearn.ensemble import GradientBoostingRegressor
from solution import gradient_boosting


def test_sklearn():
    """Agrees with GradientBoostingRegressor of depth 1."""
    rng = np.random.default_rng(3)
    X, Q = rng.normal(size=(80, 3)), rng.normal(size=(20, 3))
    y = X[:, 0] ** 2 + X[:, 1] + 0.1 * rng.normal(size=80)
    model = GradientBoostingRegressor(n_estimators=30, learning_rate=0.2, max_depth=1, criterion="squared_error", random_state=0).fit(X, y)
    close(gradient_boosting(X, y, Q, 30, 0.2)[0], model.predict(Q), rtol=1e-4, atol=1e-4)
