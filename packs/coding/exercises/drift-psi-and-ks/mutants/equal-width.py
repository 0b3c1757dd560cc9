"""Bins of equal width over the reference's range."""

import math
from bisect import bisect_right


def _psi(reference, current, bins):
    ranked = sorted(reference)
    edges = sorted({ranked[0] + (ranked[-1] - ranked[0]) * i / bins for i in range(1, bins)})
    size = len(edges) + 1

    def shares(values):
        counts = [0.5] * size
        for v in values:
            counts[bisect_right(edges, v)] += 1
        return [c / (len(values) + 0.5 * size) for c in counts]

    return sum((c - r) * math.log(c / r) for r, c in zip(shares(reference), shares(current)))


def _ks(reference, current):
    a, b = sorted(reference), sorted(current)
    return max(abs(bisect_right(a, v) / len(a) - bisect_right(b, v) / len(b)) for v in {*a, *b})


def drift(reference, current, bins=10):
    """Population stability index and Kolmogorov-Smirnov statistic."""
    if not reference or not current or bins < 1 or any(v != v for v in [*reference, *current]):
        raise ValueError("samples must not be empty nor hold NaN, bins at least 1")
    return _psi(reference, current, bins), _ks(reference, current)
