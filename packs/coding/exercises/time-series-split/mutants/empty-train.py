"""Accepts an empty first training part."""

def time_series_split(n, k, gap=0):
    """List of k pairs (train, test) of index lists, training always `gap` rows before the test block."""
    size = n // (k + 1) if k >= 1 else 0
    if size < 1 or gap < 0:
        raise ValueError("too few rows for these folds and this gap")
    starts = range(n - k * size, n, size)
    return [(list(range(start - gap)), list(range(start, start + size))) for start in starts]
