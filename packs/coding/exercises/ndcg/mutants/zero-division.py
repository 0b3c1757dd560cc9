"""Divides by an ideal of 0."""

import math


def _dcg(gains, k):
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains[:k], 1))


def _shared(relevance, scores):
    groups = {}
    for rel, score in zip(relevance, scores):
        groups.setdefault(score, []).append(rel)
    ranked = []
    for score in sorted(groups, reverse=True):
        group = groups[score]
        ranked += [sum(group) / len(group)] * len(group)
    return ranked


def ndcg_at_k(relevance, scores, k=None):
    """DCG over ideal DCG of the first k places; tied items share their mean relevance."""
    if not relevance or len(relevance) != len(scores):
        raise ValueError("lists must have the same length, and not be empty")
    if min(relevance) < 0 or (k is not None and k < 1):
        raise ValueError("relevance must not be negative, k must be at least 1")
    ideal = _dcg(sorted(relevance, reverse=True), k)
    return _dcg(_shared(relevance, scores), k) / ideal
