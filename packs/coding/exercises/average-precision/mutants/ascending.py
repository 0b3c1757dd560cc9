"""Ranks the lowest score first."""

def average_precision(truth, scores):
    """Sum of precision times gain of recall over distinct thresholds, highest first."""
    if not truth or len(truth) != len(scores):
        raise ValueError("lists must have the same length, and not be empty")
    positives = sum(truth)
    if not positives:
        return 0.0
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    total, hits, pending = 0.0, 0, 0
    for seen, i in enumerate(order, 1):
        hits += truth[i]
        pending += truth[i]
        if seen == len(order) or scores[order[seen]] != scores[i]:
            total += pending / positives * hits / seen
            pending = 0
    return total
