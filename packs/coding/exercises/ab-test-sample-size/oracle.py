"""Comparisons of ab-test-sample-size with an independent implementation."""

import math

from judge import equal
from scipy.stats import norm
from solution import ab_sample_size


def test_scipy():
    """Agrees with the formula through scipy.stats.norm."""
    for p0, d, a, w in ((0.02, 0.002, 0.05, 0.8), (0.3, -0.05, 0.1, 0.95), (0.6, 0.01, 0.01, 0.7)):
        z = norm.ppf(1 - a / 2) + norm.ppf(w)
        equal(ab_sample_size(p0, d, a, w), math.ceil(z * z * (p0 * (1 - p0) + (p0 + d) * (1 - p0 - d)) / d**2))
