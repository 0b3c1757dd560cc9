"""Tests of gaussian-naive-bayes."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import gaussian_nb


def _col(*xs):
    return np.array(xs, dtype=float)[:, None]


def test_by_hand():
    """Two classes of equal variance: log-odds by hand."""
    classes, logs = gaussian_nb(_col(-1, 1, 3, 5), np.array([0, 0, 1, 1]), _col(1), 0.0)
    equal(classes, [0, 1])
    close(logs[0, 0] - logs[0, 1], 0.5 * (9 - 1))


def test_prior():
    """Priors are class frequencies."""
    _, logs = gaussian_nb(_col(-1, 1, -1, 1, -1, 1, -1, 1), np.array([0, 0, 0, 0, 0, 0, 1, 1]), _col(7), 0.0)
    close(np.exp(logs), [[0.75, 0.25]])


def test_normalized():
    """Rows are log-probabilities that sum to one."""
    rng = np.random.default_rng(0)
    _, logs = gaussian_nb(rng.normal(size=(30, 4)), rng.integers(0, 3, 30), rng.normal(size=(10, 4)))
    close(np.exp(logs).sum(axis=1), np.ones(10))


def test_own_variance():
    """Each class has its own variance: far out, the wide class wins."""
    X, y = _col(-1, 1, -10, 10), np.array([0, 0, 1, 1])
    _, logs = gaussian_nb(X, y, _col(0, 8))
    check(logs[0, 0] > logs[0, 1] and logs[1, 1] > logs[1, 0], "narrow near 0, wide at 8", logs)


def test_biased_variance():
    """The variance is divided by the count."""
    _, logs = gaussian_nb(_col(0, 2, 0, 4), np.array([0, 0, 1, 1]), _col(0), 0.0)
    close(logs[0, 0] - logs[0, 1], -0.5 + 0.5 * (np.log(4.0) + 1.0))


def test_far_point():
    """A point far away from everything is finite, without a warning."""
    _, logs = quiet(gaussian_nb, _col(0, 1, 10, 11), np.array([0, 0, 1, 1]), _col(1e6))
    check(np.isfinite(logs).all(), "must be finite", logs)
    close(logs[0, 1], 0.0)


def test_many_features():
    """Two thousand features: densities underflow, logs do not."""
    rng = np.random.default_rng(1)
    X = np.vstack([rng.normal(size=(5, 2000)), rng.normal(size=(5, 2000)) + 0.5])
    _, logs = quiet(gaussian_nb, X, np.repeat([0, 1], 5), X)
    check(np.isfinite(logs).all(), "must be finite", logs[0])


def test_zero_variance():
    """A constant feature neither divides by zero nor decides."""
    X = np.column_stack([np.ones(4), [0.0, 1.0, 10.0, 11.0]])
    _, logs = quiet(gaussian_nb, X, np.array([0, 0, 1, 1]), np.array([[1.0, 0.5], [1.0, 10.5]]))
    equal(logs.argmax(axis=1), [0, 1])


def test_smoothing_scale():
    """Smoothing is relative to the largest variance."""
    X = np.column_stack([[0.0, 0.0, 1.0, 1.0], [-100.0, 100.0, -100.0, 100.0]])
    _, logs = gaussian_nb(X, np.array([0, 0, 1, 1]), np.array([[0.25, 0.0]]), 1e-4)
    close(logs[0, 0] - logs[0, 1], 0.5 * (0.75**2 - 0.25**2) / 1.0)


def test_constant_data():
    """Constant data, one class: log-probability 0."""
    _, logs = quiet(gaussian_nb, np.ones((3, 2)), np.array([4, 4, 4]), np.ones((1, 2)))
    close(logs, [[0.0]])


def test_bad_input():
    """Lengths that differ and no rows are refused; data are kept."""
    raises(ValueError, gaussian_nb, np.ones((2, 1)), np.array([0]), np.ones((1, 1)))
    raises(ValueError, gaussian_nb, np.ones((0, 1)), np.array([]), np.ones((1, 1)))
    keeps(gaussian_nb, _col(0, 1, 2), np.array([0, 1, 1]), _col(1))
