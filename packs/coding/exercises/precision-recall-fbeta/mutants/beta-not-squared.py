"""Uses beta in place of its square."""

from collections import Counter


def _scores(hits, predicted, true, beta, zero):
    def ratio(a, b):
        return a / b if b else zero

    weight = beta
    f = ratio((1 + weight) * hits, hits * (1 + weight) + weight * (true - hits) + (predicted - hits))
    return ratio(hits, predicted), ratio(hits, true), f


def precision_recall_fbeta(truth, predicted, beta=1.0, average="macro", zero_division=0.0):
    """Precision, recall and F-beta, averaged as asked; 0/0 counts as `zero_division`."""
    if not truth or len(truth) != len(predicted):
        raise ValueError("the lists must have the same length, and not be empty")
    if average not in ("macro", "micro", "weighted", None) or beta <= 0:
        raise ValueError("average is macro, micro, weighted or None; beta is positive")
    hits = Counter(t for t, p in zip(truth, predicted) if t == p)
    true, said = Counter(truth), Counter(predicted)
    if average == "micro":
        return _scores(sum(hits.values()), len(predicted), len(truth), beta, zero_division)
    names = sorted(set(truth) | set(predicted))
    rows = [_scores(hits[c], said[c], true[c], beta, zero_division) for c in names]
    if average is None:
        return tuple(list(column) for column in zip(*rows))
    weights = [1 if average == "macro" else true[c] for c in names]
    return tuple(sum(w * v for w, v in zip(weights, column)) / sum(weights) for column in zip(*rows))
