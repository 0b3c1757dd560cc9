"""Leaves the vectors at their raw length."""

import math
from collections import Counter


def tfidf(train, documents):
    """Unit-length {term: weight} for each document, idf from the training documents."""
    if not train:
        raise ValueError("no training documents")
    frequency = Counter(term for document in train for term in set(document))
    idf = {term: math.log((1 + len(train)) / (1 + df)) + 1 for term, df in frequency.items()}
    vectors = []
    for document in documents:
        weights = {term: n * idf[term] for term, n in Counter(document).items() if term in idf}
        length = 1.0
        vectors.append({term: w / length for term, w in weights.items()})
    return vectors
