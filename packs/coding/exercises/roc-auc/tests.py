"""Tests of roc-auc."""

import random

from judge import close, keeps, raises
from solution import roc_auc


def test_perfect():
    """All positives above all negatives give 1, reversed 0."""
    close(roc_auc([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]), 1.0)
    close(roc_auc([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4]), 0.0)


def test_by_hand():
    """Three of four pairs in order give 0.75."""
    close(roc_auc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), 0.75)


def test_all_tied():
    """All scores equal give one half, in any order."""
    close(roc_auc([1, 1, 0, 0, 0], [3.0] * 5), 0.5)
    close(roc_auc([0, 0, 0, 1, 1], [3.0] * 5), 0.5)


def test_some_tied():
    """A tied pair counts one half."""
    close(roc_auc([0, 1, 1], [1.0, 1.0, 2.0]), 0.75)
    close(roc_auc([1, 0, 1], [1.0, 1.0, 2.0]), 0.75)


def test_unbalanced():
    """One positive among many: the share of negatives below it."""
    close(roc_auc([0] * 10 + [1], list(range(10)) + [6.5]), 0.7)


def test_any_scale():
    """Only the order of the scores matters."""
    truth, scores = [0, 1, 0, 1, 1], [-5.0, 0.0, 2.0, 3.0, 900.0]
    close(roc_auc(truth, scores), roc_auc(truth, [s**3 / 1e9 - 7 for s in scores]))


def test_infinite():
    """Infinite scores are ordinary scores."""
    close(roc_auc([0, 1, 0, 1], [float("-inf"), 0.0, 1.0, float("inf")]), 0.75)


def test_one_class():
    """One class alone has no AUC."""
    raises(ValueError, roc_auc, [1, 1], [0.1, 0.2])
    raises(ValueError, roc_auc, [0, 0], [0.1, 0.2])
    raises(ValueError, roc_auc, [], [])


def test_bad_input():
    """NaN, other labels and other lengths are refused."""
    raises(ValueError, roc_auc, [0, 1], [0.1, float("nan")])
    raises(ValueError, roc_auc, [0, 2], [0.1, 0.2])
    raises(ValueError, roc_auc, [0, 1, 1], [0.1, 0.2])


def test_pairs():
    """Random data with many ties agree with counting all pairs; negated scores give 1 - AUC."""
    rng = random.Random(5)
    for _ in range(20):
        truth = [0, 1] + [rng.randrange(2) for _ in range(40)]
        scores = [rng.randrange(8) for _ in range(42)]
        pairs = [(p > n) + (p == n) / 2 for p, t in zip(scores, truth) if t for n, u in zip(scores, truth) if not u]
        close(roc_auc(truth, scores), sum(pairs) / len(pairs))
        close(roc_auc(truth, [-s for s in scores]), 1 - sum(pairs) / len(pairs))
    keeps(roc_auc, truth, scores)


def test_size():
    """A hundred thousand examples are no problem."""
    rng = random.Random(6)
    truth = [i % 2 for i in range(100_000)]
    close(roc_auc(truth, [rng.random() + 0.0 * t for t in truth]), 0.5, atol=0.01)
