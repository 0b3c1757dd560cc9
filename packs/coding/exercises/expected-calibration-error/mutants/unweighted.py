"""Averages over bins, whatever their size."""

def expected_calibration_error(p, y, bins=10):
    """Mean gap between predicted and observed frequency over equal-width bins."""
    if not p or len(p) != len(y) or bins < 1:
        raise ValueError("lists must have the same length, not be empty; bins at least 1")
    if any(not 0 <= q <= 1 for q in p):
        raise ValueError("probabilities lie in [0, 1]")
    gaps = [0.0] * bins
    sizes = [0] * bins
    for q, label in zip(p, y):
        b = min(int(q * bins), bins - 1)
        if b + 1 < bins and q >= (b + 1) / bins:
            b += 1
        elif q < b / bins:
            b -= 1
        gaps[b] += label - q
        sizes[b] += 1
    return sum(abs(gap) / size for gap, size in zip(gaps, sizes) if size) / sum(size > 0 for size in sizes)
