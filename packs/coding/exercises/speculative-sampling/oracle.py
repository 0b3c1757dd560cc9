"""Comparisons of speculative-sampling with an independent implementation."""

import random
from collections import Counter

from judge import check
from scipy.stats import chisquare
from solution import speculative_sample


def test_chisquare():
    """The law of the output passes scipy's chi-square test."""
    rng = random.Random(10)
    p = [0.35, 0.05, 0.25, 0.2, 0.15]
    counts = Counter(speculative_sample(p, [0.05, 0.45, 0.2, 0.2, 0.1], rng)[0] for _ in range(1500))
    check(chisquare([counts[i] for i in range(5)], [1500 * x for x in p]).pvalue > 1e-4, "p-value above 1e-4")
