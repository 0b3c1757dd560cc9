"""Comparisons of one-hot-encoding with an independent implementation."""

import random

from judge import equal
from sklearn.preprocessing import OneHotEncoder
from solution import one_hot


def test_sklearn():
    """Agrees with OneHotEncoder(handle_unknown='ignore')."""
    rng = random.Random(2)
    train, values = [rng.choice("abcd") for _ in range(30)], [rng.choice("abcdef") for _ in range(30)]
    model = OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit([[v] for v in train])
    names, rows = one_hot(train, values, "ignore")
    equal(names, model.categories_[0].tolist())
    equal(rows, model.transform([[v] for v in values]).astype(int))
