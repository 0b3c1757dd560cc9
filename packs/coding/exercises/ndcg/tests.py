"""Tests of ndcg."""

import math
import random

from judge import check, close, keeps, raises
from solution import ndcg_at_k as ndcg


def test_by_hand():
    """Relevances 3, 2, 0 ranked 2, 3, 0."""
    expected = (2 + 3 / math.log2(3)) / (3 + 2 / math.log2(3))
    close(ndcg([3, 2, 0], [0.5, 0.9, 0.1]), expected)


def test_ideal():
    """The ideal ranking scores 1."""
    close(ndcg([3, 2, 1, 0], [9, 8, 7, 6]), 1.0)


def test_first_place_undiscounted():
    """One relevant item in places 1, 2 and 4."""
    close(ndcg([1, 0, 0, 0], [4, 3, 2, 1]), 1.0)
    close(ndcg([0, 1, 0, 0], [4, 3, 2, 1]), 1 / math.log2(3))
    close(ndcg([0, 0, 0, 1], [4, 3, 2, 1]), 1 / math.log2(5))


def test_cut():
    """k cuts the ranking and the ideal alike."""
    close(ndcg([0, 1, 1, 1], [4, 3, 2, 1], 2), (1 / math.log2(3)) / (1 + 1 / math.log2(3)))


def test_k_above_n():
    """k above the number of items means all of them."""
    close(ndcg([0, 1], [2, 1], 10), ndcg([0, 1], [2, 1]))


def test_ties():
    """Tied items share the mean of their relevance, in any order."""
    expected = (0.5 + 0.5 / math.log2(3)) / 1.0
    close(ndcg([1, 0], [7, 7]), expected)
    close(ndcg([0, 1], [7, 7]), expected)


def test_tie_across_the_cut():
    """A tied group that k cuts through still shares its mean."""
    close(ndcg([0, 0, 3], [5, 5, 5], 1), 1 / 3)


def test_nothing_relevant():
    """Nothing relevant gives 0, not a division by zero."""
    close(ndcg([0, 0, 0], [1, 2, 3]), 0.0)


def test_linear_gain():
    """The gain is the relevance itself, not 2^rel - 1."""
    close(ndcg([4, 1], [1, 2]), (1 + 4 / math.log2(3)) / (4 + 1 / math.log2(3)))


def test_bad_input():
    """Negative relevance, k of 0, empty and unequal lists are refused."""
    raises(ValueError, ndcg, [1, -1], [1, 2])
    raises(ValueError, ndcg, [1, 0], [1, 2], 0)
    raises(ValueError, ndcg, [], [])
    raises(ValueError, ndcg, [1], [1, 2])


def test_random():
    """Random data: between 0 and 1, and only the order of scores counts."""
    rng = random.Random(1)
    for _ in range(20):
        rel, scores = [rng.randrange(4) for _ in range(12)], [rng.random() for _ in range(12)]
        got = ndcg(rel, scores, 5)
        check(0 <= got <= 1 + 1e-12, "must lie in [0, 1]", got)
        close(ndcg(rel, [10 * s + 3 for s in scores], 5), got)
    keeps(ndcg, rel, scores)
