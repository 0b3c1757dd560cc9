"""Rounds to nearest."""

import math
from statistics import NormalDist


def ab_sample_size(p0, mde, alpha=0.05, power=0.8):
    """Users for each group to detect an absolute change `mde` of the rate `p0`, two-sided."""
    p1 = p0 + mde
    if mde == 0 or not (0 < p0 < 1 and 0 < p1 < 1 and 0 < alpha < 1 and 0 < power < 1):
        raise ValueError("mde must not be 0; rates, alpha and power lie in (0, 1)")
    z = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(power)
    return round(z**2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2)
