"""Comparisons of gaussian-naive-bayes with an independent implementation."""

import numpy as np
from judge import close
from sklearn.naive_bayes import GaussianNB
from solution import gaussian_nb


def test_sklearn():
    """Agrees with GaussianNB."""
    rng = np.random.default_rng(2)
    X, y, Q = rng.normal(size=(60, 3)) * [1, 10, 0.1], rng.integers(0, 3, 60), rng.normal(size=(20, 3))
    close(gaussian_nb(X, y, Q)[1], GaussianNB().fit(X, y).predict_log_proba(Q), rtol=1e-6, atol=1e-8)
