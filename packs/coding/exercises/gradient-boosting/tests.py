"""Tests of gradient-boosting."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import gradient_boosting as boost


def _col(*xs):
    return np.array(xs, dtype=float)[:, None]


def test_no_rounds():
    """No rounds: the mean."""
    predicted, losses = boost(_col(1, 2), np.array([3.0, 5.0]), _col(9), 0)
    close(predicted, [4.0])
    close(losses, [1.0])


def test_one_round():
    """lr 1, one round: the means of both sides."""
    predicted, losses = boost(_col(1, 2, 5, 6), np.array([1.0, 3.0, 10.0, 14.0]), _col(0, 3.5, 3.6), 1, 1.0)
    close(predicted, [2.0, 2.0, 12.0])
    close(losses, [27.5, 2.5])


def test_learning_rate():
    """The learning rate scales each step."""
    predicted, _ = boost(_col(1, 2), np.array([0.0, 8.0]), _col(1, 2), 2, 0.5)
    close(predicted, [1.0, 7.0])


def test_best_threshold():
    """The threshold with the least squared error, sides weighted by size."""
    predicted, _ = boost(_col(1, 2, 3, 4), np.array([0.0, 0.0, 0.0, 9.0]), _col(3.4, 3.6), 1, 1.0)
    close(predicted, [0.0, 9.0])


def test_duplicates():
    """Equal values stay together."""
    predicted, _ = boost(_col(1, 1, 2), np.array([0.0, 6.0, 9.0]), _col(1, 2), 1, 1.0)
    close(predicted, [3.0, 9.0])


def test_constant_features():
    """No feature varies: the mean stays, without a warning."""
    predicted, losses = quiet(boost, np.ones((3, 2)), np.array([1.0, 2.0, 6.0]), np.zeros((1, 2)), 3)
    close(predicted, [3.0])
    equal(len(losses), 4)


def test_feature_choice():
    """The better feature; ties take the lower one."""
    X = np.array([[1.0, 1.0], [9.0, 2.0], [2.0, 8.0], [8.0, 9.0]])
    close(boost(X, np.array([0.0, 0.0, 4.0, 4.0]), np.array([[9.0, 0.0]]), 1, 1.0)[0], [0.0])
    tie = np.hstack([_col(1, 2), _col(1, 2)])
    close(boost(tie, np.array([0.0, 4.0]), np.array([[1.0, 2.0]]), 1, 1.0)[0], [0.0])


def test_never_rises():
    """Random data: the loss never rises, and many rounds fit well."""
    rng = np.random.default_rng(1)
    X = rng.uniform(size=(60, 3))
    y = np.sin(6 * X[:, 0]) + X[:, 1]
    for lr in (0.1, 1.0):
        _, losses = boost(X, y, X, 80, lr)
        check(all(a >= b - 1e-12 for a, b in zip(losses, losses[1:])), "losses must not rise", losses[:4])
    check(losses[-1] < 0.02, "many rounds fit", losses[-1])


def test_predictions_match_losses():
    """Predictions for the training rows have the last loss."""
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(30, 2)), rng.normal(size=30)
    predicted, losses = boost(X, y, X, 15)
    close(np.mean((predicted - y) ** 2), losses[-1])
    keeps(boost, X, y, X, 2)


def test_bad_input():
    """Learning rates, rounds and lengths are checked."""
    for args in ((1, 0.0), (1, 1.5), (-1, 0.1)):
        raises(ValueError, boost, _col(1, 2), np.array([1.0, 2.0]), _col(1), *args)
    raises(ValueError, boost, _col(1, 2), np.array([1.0]), _col(1), 1)
