"""Counts each query term once."""

import math
from collections import Counter


def bm25(query, documents, k1=1.5, b=0.75):
    """BM25 score of each document for the query."""
    counts = [Counter(document) for document in documents]
    n = len(documents)
    mean = sum(map(len, documents)) / n if n else 0
    idf = {}
    for term in set(query):
        found = sum(1 for count in counts if count[term])
        idf[term] = math.log(1 + (n - found + 0.5) / (found + 0.5))
    scores = []
    for document, count in zip(documents, counts):
        norm = k1 * (1 - b + b * len(document) / mean) if mean else 0
        score = 0.0
        for term in set(query):
            if count[term]:
                score += idf[term] * count[term] * (k1 + 1) / (count[term] + norm)
        scores.append(score)
    return scores
