"""Unseen words count as if they had been seen zero times."""

import math
from collections import Counter


def _log(x):
    return math.log(x) if x > 0 else -math.inf


def _normalize(scores):
    top = max(scores.values())
    total = top + math.log(sum(math.exp(s - top) for s in scores.values()))
    return {label: s - total for label, s in scores.items()}


def multinomial_nb(documents, labels, new, alpha=1.0):
    """Log-posterior {label: value} of each new document."""
    if alpha < 0 or not documents or len(documents) != len(labels):
        raise ValueError("alpha not negative, one label for each document, at least one")
    words = {}
    for document, label in zip(documents, labels):
        words.setdefault(label, Counter()).update(document)
    vocabulary = set().union(*words.values())
    sizes = {label: sum(count.values()) + alpha * len(vocabulary) for label, count in words.items()}
    priors = {label: math.log(labels.count(label) / len(labels)) for label in words}
    results = []
    for document in new:
        known = [w for w in document]
        scores = {}
        for label, count in words.items():
            share = [_log((count[w] + alpha) / sizes[label]) if sizes[label] else -math.inf for w in known]
            scores[label] = priors[label] + sum(share)
        hopeless = max(scores.values()) == -math.inf
        results.append(_normalize(priors if hopeless else scores))
    return results
