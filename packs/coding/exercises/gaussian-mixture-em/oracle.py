"""Comparisons of gaussian-mixture-em with an independent implementation."""

import numpy as np
from judge import close
from scipy.stats import norm
from sklearn.mixture import GaussianMixture
from solution import gmm_em


def test_sklearn():
    """Agrees with GaussianMixture(covariance_type='diag') after convergence."""
    rng = np.random.default_rng(5)
    X = np.vstack([rng.normal(size=(80, 2)), rng.normal(size=(40, 2)) * [0.5, 2.0] + [5.0, 0.0]])
    start = np.array([[0.0, 0.0], [5.0, 0.0]])
    model = GaussianMixture(2, covariance_type="diag", means_init=start, tol=1e-12, max_iter=2000).fit(X)
    weights, means, variances, history = gmm_em(X, start, 300)
    close(weights, model.weights_, rtol=1e-4)
    close(means, model.means_, rtol=1e-3, atol=1e-4)
    close(variances, model.covariances_, rtol=1e-3)
    close(history[-1] / len(X), model.score(X), rtol=1e-6)


def test_density():
    """The likelihood of one component is scipy's normal log-density."""
    X = np.random.default_rng(6).normal(size=(20, 3))
    history = gmm_em(X, X[:1], 1, 0.0)[3]
    close(history[0], norm.logpdf(X, X[0], X.std(axis=0)).sum(), rtol=1e-9)
