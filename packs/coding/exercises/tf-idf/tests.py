"""Tests of tf-idf."""

import math
import random

from judge import check, close, equal, keeps, raises
from solution import tfidf

TRAIN = [["cat", "sat", "cat"], ["dog", "sat"], ["cat", "dog", "ran"]]


def _unit(weights):
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {t: w / length for t, w in weights.items()}


def test_by_hand():
    """One document by hand."""
    rare, common = math.log(4 / 2) + 1, math.log(4 / 3) + 1
    close(tfidf(TRAIN, [["ran", "sat", "sat"]]), [_unit({"ran": rare, "sat": 2 * common})])


def test_document_frequency():
    """A term counts once for a document, however often it occurs."""
    got = tfidf([["a", "a", "a", "b"], ["b"]], [["a", "b"]])[0]
    close(got["a"] / got["b"], math.log(3 / 2) + 1)


def test_unit_length():
    """Every vector has length 1."""
    for vector in tfidf(TRAIN, TRAIN):
        close(sum(w * w for w in vector.values()), 1.0)


def test_term_everywhere():
    """A term in every document keeps weight (idf 1)."""
    close(tfidf([["a"], ["a"]], [["a"]]), [{"a": 1.0}])


def test_unseen():
    """Unseen terms are left out and do not change the length."""
    close(tfidf(TRAIN, [["cat", "unicorn"]]), [{"cat": 1.0}])


def test_empty():
    """Empty documents, or only unseen terms, give an empty dict."""
    equal(tfidf(TRAIN, [[], ["unicorn"]]), [{}, {}])


def test_train_only():
    """The documents to transform do not change idf."""
    alone = tfidf(TRAIN, [["ran", "sat"]])[0]
    close(tfidf(TRAIN, [["ran", "sat"], ["ran"], ["ran"], ["ran"]])[0], alone)


def test_empty_training_document():
    """An empty training document counts as a document."""
    got = tfidf([["a", "b"], ["b"], []], [["a", "b"]])[0]
    close(got["a"] / got["b"], (math.log(4 / 2) + 1) / (math.log(4 / 3) + 1))


def test_no_training():
    """No training documents are refused."""
    raises(ValueError, tfidf, [], [["a"]])


def test_random():
    """Random documents: order of terms does not matter, repeating a document changes nothing."""
    rng = random.Random(1)
    docs = [[rng.choice("abcdefg") for _ in range(rng.randrange(1, 12))] for _ in range(20)]
    got = tfidf(docs, docs)
    close(tfidf(docs, [d[::-1] for d in docs]), got)
    close(tfidf(docs, [d * 3 for d in docs]), got)
    check(all(w > 0 for v in got for w in v.values()), "weights are positive")
    keeps(tfidf, docs, docs)
