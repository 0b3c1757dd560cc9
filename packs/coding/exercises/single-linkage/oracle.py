"""Comparisons of single-linkage with an independent implementation."""

import numpy as np
from judge import close
from scipy.cluster.hierarchy import linkage
from solution import single_linkage


def test_scipy():
    """Agrees with scipy.cluster.hierarchy.linkage on random points."""
    X = np.random.default_rng(3).normal(size=(40, 4))
    close(single_linkage(X), linkage(X, "single"), rtol=1e-9)
