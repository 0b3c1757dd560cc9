"""Comparisons of bootstrap-confidence-interval with an independent implementation."""

import numpy as np
from judge import close
from scipy.stats import bootstrap
from solution import bootstrap_ci


def test_scipy():
    """Agrees with scipy.stats.bootstrap within the noise of resampling."""
    x = np.random.default_rng(13).normal(5, 1, size=80)
    for method in ("percentile", "basic", "bca"):
        want = bootstrap((x,), np.mean, n_resamples=4000, method=method.replace("bca", "BCa"), rng=np.random.default_rng(1)).confidence_interval
        got = bootstrap_ci(x, np.mean, 1500, np.random.default_rng(14), method=method)
        close(got, (want.low, want.high), atol=0.04)
