"""Comparisons of drift-psi-and-ks with an independent implementation."""

import random

from judge import close
from scipy.stats import ks_2samp
from solution import drift


def test_ks():
    """KS agrees with scipy.stats.ks_2samp, ties included."""
    rng = random.Random(2)
    for high in (5, 1000):
        a, b = [rng.randrange(high) for _ in range(80)], [rng.randrange(high) + 1 for _ in range(50)]
        close(drift(a, b)[1], ks_2samp(a, b).statistic)
