"""Comparisons of pca with an independent implementation."""

import numpy as np
from judge import close
from sklearn.decomposition import PCA
from solution import pca


def test_sklearn():
    """Agrees with sklearn's PCA up to signs."""
    X = np.random.default_rng(6).normal(size=(40, 6)) * np.arange(1, 7)
    model = PCA(3, svd_solver="full").fit(X)
    mean, components, variances, scores = pca(X, 3)
    close(mean, model.mean_)
    close(np.abs(components), np.abs(model.components_), rtol=1e-6, atol=1e-8)
    close(variances, model.explained_variance_)
    close(np.abs(scores), np.abs(model.transform(X)), rtol=1e-6, atol=1e-8)
