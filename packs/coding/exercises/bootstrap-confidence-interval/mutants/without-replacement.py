"""Draws without replacement: every resample is the data again."""

import numpy as np


def bootstrap_ci(x, stat, resamples, rng, level=0.95, method="percentile"):
    """Percentile or basic bootstrap interval of a statistic."""
    x = np.asarray(x, dtype=float)
    if len(x) < 2 or resamples < 1 or not 0 < level < 1 or method not in ("percentile", "basic"):
        raise ValueError("two numbers or more, level in (0, 1), method percentile or basic")
    values = [stat(x[rng.permutation(len(x))]) for _ in range(resamples)]
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    if method == "basic":
        estimate = stat(x)
        low, high = 2 * estimate - high, 2 * estimate - low
    return float(low), float(high)
