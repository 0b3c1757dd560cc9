"""Tests of precision-recall-fbeta."""

import random

from judge import close, equal, raises
from solution import precision_recall_fbeta as prf

TRUTH, SAID = [1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0, 0]


def test_by_class():
    """Each class by hand, in sorted order."""
    close(prf(TRUTH, SAID, average=None), [[3 / 4, 2 / 3], [3 / 4, 2 / 3], [3 / 4, 2 / 3]])


def test_precision_is_not_recall():
    """Precision looks at predictions, recall at truths."""
    close(prf([1, 0, 0, 0], [1, 1, 1, 0], average=None), [[1.0, 1 / 3], [1 / 3, 1.0], [0.5, 0.5]])


def test_beta():
    """F2 leans to recall, F0.5 to precision."""
    close(prf([1, 0, 0, 0], [1, 1, 1, 0], beta=2.0, average=None)[2], [5 * 1 / (5 + 4 * 2), 5 / (5 + 2)])
    close(prf([1, 0, 0, 0], [1, 1, 1, 0], beta=0.5, average=None)[2][1], 1.25 / (1.25 + 2))


def test_nothing_predicted():
    """A class that is never predicted has precision zero_division and F 0."""
    close(prf(["a", "b"], ["a", "a"], average=None), [[0.5, 0.0], [1.0, 0.0], [2 / 3, 0.0]])
    close(prf(["a", "b"], ["a", "a"], average=None, zero_division=1.0), [[0.5, 1.0], [1.0, 0.0], [2 / 3, 0.0]])


def test_nothing_true():
    """A class that is only predicted has recall zero_division."""
    close(prf(["a", "a"], ["a", "z"], average=None, zero_division=1.0), [[1.0, 0.0], [0.5, 1.0], [2 / 3, 0.0]])


def test_macro():
    """Macro F is the mean of the classes' F values."""
    p, r, f = prf([0, 0, 0, 1], [0, 1, 1, 1])
    close((p, r, f), ((1 + 1 / 3) / 2, (1 / 3 + 1) / 2, 0.5))


def test_micro():
    """Micro numbers come from the summed counts and equal accuracy."""
    close(prf([0, 1, 2, 2, 2], [0, 2, 1, 2, 2], average="micro"), (0.6, 0.6, 0.6))


def test_weighted():
    """Weighted averages count each class by its true size."""
    close(prf([0, 0, 0, 1], [0, 0, 0, 0], average="weighted"), (0.75 * 0.75, 0.75, 0.75 * 6 / 7))


def test_perfect():
    """A perfect prediction scores 1 in every average."""
    for average in ("macro", "micro", "weighted"):
        close(prf(["x", "y", "x"], ["x", "y", "x"], average=average), (1.0, 1.0, 1.0))


def test_bad_input():
    """Empty lists, other lengths, averages and betas are refused."""
    raises(ValueError, prf, [], [])
    raises(ValueError, prf, [1], [1, 0])
    raises(ValueError, prf, [1], [1], 1.0, "binary")
    raises(ValueError, prf, [1], [1], 0.0)


def test_between():
    """Random data: F1 is the harmonic mean of precision and recall."""
    rng = random.Random(3)
    truth, said = [rng.randrange(4) for _ in range(100)], [rng.randrange(4) for _ in range(100)]
    for p, r, f in zip(*prf(truth, said, average=None)):
        close(f, 2 * p * r / (p + r))
    equal(len(prf(truth, said, average=None)[0]), 4)
