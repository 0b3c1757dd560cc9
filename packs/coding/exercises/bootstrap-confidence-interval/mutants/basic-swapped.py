"""Mirrors without exchanging the ends."""

from statistics import NormalDist

import numpy as np


def _corrected(tails, values, estimate, x, stat):
    normal, size = NormalDist(), len(values)
    share = (np.sum(values < estimate) + np.sum(values <= estimate)) / (2 * size)
    bias = normal.inv_cdf(float(np.clip(share, 0.5 / size, 1 - 0.5 / size)))
    left_out = np.array([stat(np.delete(x, i)) for i in range(len(x))])
    gaps = left_out.mean() - left_out
    spread = np.sum(gaps**2)
    skew = np.sum(gaps**3) / (6 * spread**1.5) if spread > 0 else 0.0
    moved = [bias + normal.inv_cdf(tail) for tail in tails]
    return [normal.cdf(bias + z / (1 - skew * z)) for z in moved]


def bootstrap_ci(x, stat, resamples, rng, level=0.95, method="percentile"):
    """Percentile, basic or BCa bootstrap interval of a statistic."""
    x = np.asarray(x, dtype=float)
    if len(x) < 2 or resamples < 1 or not 0 < level < 1 or method not in ("percentile", "basic", "bca"):
        raise ValueError("two numbers or more, level in (0, 1), method percentile, basic or bca")
    values = np.array([stat(x[rng.integers(0, len(x), len(x))]) for _ in range(resamples)])
    tails = [(1 - level) / 2, (1 + level) / 2]
    if method == "bca":
        tails = _corrected(tails, values, stat(x), x, stat)
    low, high = np.quantile(values, tails)
    if method == "basic":
        estimate = stat(x)
        low, high = 2 * estimate - low, 2 * estimate - high
    return float(low), float(high)
