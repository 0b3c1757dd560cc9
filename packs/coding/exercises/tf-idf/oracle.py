"""Comparisons of tf-idf with an independent implementation."""

import random

from judge import close
from sklearn.feature_extraction.text import TfidfVectorizer
from solution import tfidf


def test_sklearn():
    """Agrees with TfidfVectorizer (smooth idf, L2)."""
    rng = random.Random(2)
    docs = [[rng.choice("abcdefgh") for _ in range(rng.randrange(1, 15))] for _ in range(30)]
    model = TfidfVectorizer(analyzer=lambda d: d).fit(docs[:20])
    names = model.get_feature_names_out().tolist()
    for got, row in zip(tfidf(docs[:20], docs), model.transform(docs).toarray()):
        close([got.get(name, 0.0) for name in names], row)
