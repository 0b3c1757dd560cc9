"""Comparisons of multinomial-naive-bayes with an independent implementation."""

import random

from judge import close
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from solution import multinomial_nb


def test_sklearn():
    """Agrees with MultinomialNB."""
    rng = random.Random(2)
    docs = [[rng.choice("abcdefg") for _ in range(rng.randrange(1, 12))] for _ in range(40)]
    y = [rng.randrange(3) for _ in docs]
    counts = CountVectorizer(analyzer=lambda d: d)
    model = MultinomialNB(alpha=0.7).fit(counts.fit_transform(docs), y)
    for got, row in zip(multinomial_nb(docs, y, docs, 0.7), model.predict_log_proba(counts.transform(docs))):
        close([got[c] for c in (0, 1, 2)], row, rtol=1e-6, atol=1e-9)
