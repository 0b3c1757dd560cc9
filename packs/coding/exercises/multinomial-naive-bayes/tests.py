"""Tests of multinomial-naive-bayes."""

import math
import random

from judge import close, keeps, raises
from solution import multinomial_nb as nb

DOCS = [["good", "good", "film"], ["bad", "film"], ["bad"]]
Y = ["pos", "neg", "neg"]


def test_by_hand():
    """One word by hand."""
    p, n = 1 / 3 * 3 / 6, 2 / 3 * 1 / 6
    close(nb(DOCS, Y, [["good"]])[0], {"pos": math.log(p / (p + n)), "neg": math.log(n / (p + n))})


def test_repeated_word():
    """A word twice counts twice."""
    p, n = 1 / 3 * 0.25, 2 / 3 / 36
    close(nb(DOCS, Y, [["good", "good"]])[0]["pos"], math.log(p / (p + n)))


def test_empty():
    """An empty document gets the priors."""
    close(nb(DOCS, Y, [[]])[0], {"pos": math.log(1 / 3), "neg": math.log(2 / 3)})


def test_unseen():
    """Words outside the vocabulary are ignored."""
    close(nb(DOCS, Y, [["good", "unicorn"]]), nb(DOCS, Y, [["good"]]))


def test_alpha():
    """alpha scales with the size of the vocabulary."""
    p, n = 1 / 3 * 2.5 / 4.5, 2 / 3 * 0.5 / 4.5
    close(nb(DOCS, Y, [["good"]], 0.5)[0]["pos"], math.log(p / (p + n)))


def test_alpha_zero():
    """alpha 0: a class that never had the word is impossible."""
    close(nb(DOCS, Y, [["good"]], 0)[0], {"pos": 0.0, "neg": -math.inf})


def test_all_impossible():
    """alpha 0 and every class impossible: the priors, not NaN."""
    close(nb(DOCS, Y, [["good", "bad"]], 0)[0], {"pos": math.log(1 / 3), "neg": math.log(2 / 3)})


def test_long():
    """Five thousand words do not underflow."""
    got = nb([["a", "a", "b"], ["c"]], [0, 1], [["a"] * 5000])[0]
    close(got, {0: 0.0, 1: 5000 * math.log(0.5)}, rtol=1e-6)


def test_unequal_classes():
    """The denominator has the class's words plus alpha times the whole vocabulary."""
    got = nb([["a", "a", "b"], ["c"]], [0, 1], [["b"], ["unicorn"]])
    close(got[0][0], math.log((2 / 6) / (2 / 6 + 1 / 4)))
    close(got[1], {0: math.log(0.5), 1: math.log(0.5)})


def test_one_class():
    """One class: probability 1."""
    close(nb([["a"]], [5], [["a"], ["b"]]), [{5: 0.0}, {5: 0.0}])


def test_bad_input():
    """Negative alpha, no documents and other lengths are refused."""
    raises(ValueError, nb, DOCS, Y, [], -1.0)
    raises(ValueError, nb, [], [], [["a"]])
    raises(ValueError, nb, DOCS, Y[:2], [])


def test_random():
    """Random documents: order of words does not matter, rows are normalized."""
    rng = random.Random(1)
    docs = [[rng.choice("abcdef") for _ in range(8)] for _ in range(20)]
    y = [rng.randrange(3) for _ in docs]
    got = nb(docs, y, docs)
    close(nb(docs, y, [d[::-1] for d in docs]), got)
    close([sum(map(math.exp, g.values())) for g in got], [1.0] * 20)
    keeps(nb, docs, y, docs)
