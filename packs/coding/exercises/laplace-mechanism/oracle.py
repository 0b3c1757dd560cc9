"""Comparisons of laplace-mechanism with an independent implementation."""

import random

from judge import check
from scipy.stats import kstest
from solution import laplace_mechanism


def test_kstest():
    """The noise passes scipy's Kolmogorov-Smirnov test against Laplace."""
    rng = random.Random(10)
    noise = [laplace_mechanism(5.0, 2.0, 0.5, rng) - 5.0 for _ in range(1000)]
    check(kstest(noise, "laplace", args=(0, 4.0)).pvalue > 1e-3, "p-value above 0.001")
