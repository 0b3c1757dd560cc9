"""Compares with the middle of the bin."""

def expected_calibration_error(p, y, bins=10):
    """Mean gap between predicted and observed frequency over equal-width bins."""
    if not p or len(p) != len(y) or bins < 1:
        raise ValueError("lists must have the same length, not be empty; bins at least 1")
    if any(not 0 <= q <= 1 for q in p):
        raise ValueError("probabilities lie in [0, 1]")
    gaps = [0.0] * bins
    for q, label in zip(p, y):
        b = min(int(q * bins), bins - 1)
        if b + 1 < bins and q >= (b + 1) / bins:
            b += 1
        elif q < b / bins:
            b -= 1
        gaps[b] += label - (b + 0.5) / bins
    return sum(abs(gap) for gap in gaps) / len(p)
