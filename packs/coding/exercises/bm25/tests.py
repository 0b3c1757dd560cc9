"""Tests of bm25."""

import math
import random

from judge import check, close, equal, keeps
from solution import bm25

DOCS = [["cat", "cat", "dog"], ["dog"], ["fish", "dog"], []]


def test_by_hand():
    """One term in one document, by hand."""
    idf = math.log(1 + 3.5 / 1.5)
    close(bm25(["cat"], DOCS), [idf * 2 * 2.5 / (2 + 1.5 * (0.25 + 0.75 * 3 / 1.5)), 0.0, 0.0, 0.0])


def test_sum_of_terms():
    """The score of a query is the sum over its terms."""
    both = bm25(["cat", "dog"], DOCS)
    close(both, [x + y for x, y in zip(bm25(["cat"], DOCS), bm25(["dog"], DOCS))])


def test_repeated_term():
    """A term twice in the query counts twice."""
    close(bm25(["dog", "dog"], DOCS), [2 * s for s in bm25(["dog"], DOCS)])


def test_absent():
    """A term in no document, and an empty query, add nothing."""
    close(bm25(["unicorn"], DOCS), [0.0] * 4)
    close(bm25([], DOCS), [0.0] * 4)
    close(bm25(["cat", "unicorn"], DOCS), bm25(["cat"], DOCS))


def test_common_term_positive():
    """A term in every document still counts a little, never negative."""
    scores = bm25(["a"], [["a"], ["a", "b"], ["a", "c"]])
    check(all(s > 0 for s in scores), "scores are positive", scores)
    close(scores[1], scores[2])


def test_empty_corpus():
    """No documents, or only empty ones."""
    equal(bm25(["a"], []), [])
    close(bm25(["a"], [[], []]), [0.0, 0.0])


def test_b_zero():
    """b = 0 removes the effect of length."""
    got = bm25(["a"], [["a"], ["a"] + ["x"] * 50], b=0.0)
    close(got[0], got[1])


def test_length():
    """With b > 0 the shorter document wins."""
    got = bm25(["a"], [["a"], ["a", "x", "y", "z"]])
    check(got[0] > got[1], "the short document must win", got)


def test_saturates():
    """The score grows with the count, ever more slowly, below idf (k1 + 1)."""
    docs = [["a"] * i + ["x"] * (10 - i) for i in range(1, 9)] + [["x"] * 10]
    got = bm25(["a"], docs)[:8]
    steps = [y - x for x, y in zip(got, got[1:])]
    check(all(s > 0 for s in steps), "more occurrences, more score", got)
    check(all(x > y for x, y in zip(steps, steps[1:])), "each adds less", steps)
    check(got[-1] < math.log(1 + 1.5 / 8.5) * 2.5, "bounded by idf (k1 + 1)", got[-1])


def test_k1_zero():
    """k1 = 0 ignores the count."""
    got = bm25(["a"], [["a"], ["a", "a", "a"], ["x"]], k1=0.0)
    close(got[:2], [math.log(1 + 1.5 / 2.5)] * 2)


def test_random():
    """Random documents: permuting them permutes the scores."""
    rng = random.Random(1)
    docs = [[rng.choice("abcde") for _ in range(rng.randrange(8))] for _ in range(15)]
    close(bm25(["a", "c"], docs[::-1]), bm25(["a", "c"], docs)[::-1])
    keeps(bm25, ["a"], docs)
