import math
from collections import Counter


def _impurity(counts, n, criterion):
    shares = [c / n for c in counts.values() if c]
    if criterion == "gini":
        return 1 - sum(s * s for s in shares)
    return -sum(s * math.log2(s) for s in shares)


def best_split(x, y, criterion="gini"):
    """Threshold with the largest gain in purity and that gain; None for a constant feature."""
    if not x or len(x) != len(y) or criterion not in ("gini", "entropy"):
        raise ValueError("equal lengths, not empty; criterion gini or entropy")
    rows = sorted(zip(x, y), key=lambda row: row[0])
    n, left, right = len(rows), Counter(), Counter(y)
    whole = _impurity(right, n, criterion)
    best = None
    for i, (value, label) in enumerate(rows[:-1], 1):
        left[label] += 1
        right[label] -= 1
        following = rows[i][0]
        if following == value:
            continue
        gain = whole - (i * _impurity(left, i, criterion) + (n - i) * _impurity(right, n - i, criterion)) / n
        if best is None or gain > best[1] + 1e-12:
            best = ((value + following) / 2, gain)
    return best
