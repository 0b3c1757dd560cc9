"""Tests of adaboost."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import adaboost


def _col(*xs):
    return np.array(xs, dtype=float)[:, None]


def test_first_stump():
    """The first stump and its weight by hand: one error of five."""
    stumps, scores = adaboost(_col(1, 2, 3, 4, 5), np.array([-1, -1, 1, 1, -1]), 1)
    close(stumps, [(0, 2.5, 1, 0.5 * np.log(4.0))])
    close(scores, 0.5 * np.log(4.0) * np.array([-1, -1, 1, 1, 1]))


def test_perfect():
    """A perfect stump stops at once, with weight 1 and without a warning."""
    stumps, scores = quiet(adaboost, _col(1, 2, 5, 6), np.array([1, 1, -1, -1]), 50)
    close(stumps, [(0, 3.5, -1, 1.0)])
    close(scores, [1.0, 1.0, -1.0, -1.0])


def test_useless():
    """An error of one half stops without a stump."""
    stumps, scores = quiet(adaboost, np.array([[0.0], [0.0]]), np.array([1, -1]), 5)
    equal(stumps, [])
    close(scores, [0.0, 0.0])


def test_constant_feature():
    """A constant feature still has the stump that says one thing."""
    stumps, _ = adaboost(np.ones((3, 1)), np.array([1, 1, -1]), 1)
    close(stumps, [(0, -np.inf, 1, 0.5 * np.log(2.0))])


def test_second_round():
    """The second round looks at reweighted rows."""
    stumps, scores = adaboost(_col(1, 2, 3, 4, 5), np.array([-1, -1, 1, 1, -1]), 2)
    equal(len(stumps), 2)
    close(stumps[1], (0, -np.inf, -1, 0.5 * np.log(3.0)))


def test_three_rounds_learn():
    """Three rounds learn a band that one stump cannot."""
    y = np.array([-1, -1, 1, 1, -1])
    _, scores = adaboost(_col(1, 2, 3, 4, 5), y, 3)
    equal(np.sign(scores), y)


def test_second_feature():
    """The better feature is found; ties take the lower."""
    X = np.array([[1.0, 5.0], [3.0, 6.0], [2.0, 1.0], [4.0, 2.0]])
    equal(adaboost(X, np.array([1, 1, -1, -1]), 1)[0][0][0], 1)
    equal(adaboost(np.hstack([_col(1, 2), _col(1, 2)]), np.array([-1, 1]), 1)[0][0][0], 0)


def test_bound():
    """The training error stays below its bound, the product of 2 sqrt(e(1-e))."""
    rng = np.random.default_rng(1)
    X = rng.normal(size=(60, 3))
    y = np.where(X[:, 0] * X[:, 1] + 0.3 * X[:, 2] > 0, 1, -1)
    stumps, scores = adaboost(X, y, 25)
    errors = 1 / (1 + np.exp(2 * np.array([s[3] for s in stumps])))
    check(np.mean(np.sign(scores) != y) <= np.prod(2 * np.sqrt(errors * (1 - errors))) + 1e-9, "bounded training error")
    check(np.all(errors < 0.5), "each stump is better than chance")


def test_scores():
    """Scores are the weighted votes of the stumps."""
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(40, 2)), np.where(rng.uniform(size=40) < 0.5, 1, -1)
    stumps, scores = adaboost(X, y, 10)
    votes = sum(w * np.where(X[:, int(f)] > t, s, -s) for f, t, s, w in stumps)
    close(scores, votes)
    keeps(adaboost, X, y, 3)


def test_bad_input():
    """Labels 0 and 1, no rows and no rounds are refused."""
    raises(ValueError, adaboost, _col(1, 2), np.array([0, 1]), 3)
    raises(ValueError, adaboost, np.zeros((0, 1)), np.array([]), 3)
    raises(ValueError, adaboost, _col(1, 2), np.array([-1, 1]), 0)
