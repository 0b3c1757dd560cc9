"""Tests of sigmoid."""

import numpy as np
from judge import check, close, equal, keeps, quiet
from solution import sigmoid, sigmoid_gradient


def test_known():
    """0 gives one half, log 3 gives three quarters."""
    close(sigmoid(np.array([0.0, np.log(3.0), -np.log(3.0)])), [0.5, 0.75, 0.25])


def test_no_warning():
    """A thousand either way gives 1 and 0 without a warning."""
    close(quiet(sigmoid, np.array([1000.0, -1000.0])), [1.0, 0.0])


def test_infinite():
    """Infinities give 1 and 0, gradient 0."""
    close(quiet(sigmoid, np.array([np.inf, -np.inf])), [1.0, 0.0])
    close(quiet(sigmoid_gradient, np.array([np.inf, -np.inf])), [0.0, 0.0])


def test_tail():
    """The lower tail keeps its relative accuracy."""
    close(sigmoid(-700.0), np.exp(-700.0), rtol=1e-9, atol=0.0)


def test_scalar():
    """A number gives a number."""
    equal(sigmoid(0), 0.5)
    equal(sigmoid_gradient(0), 0.25)


def test_float32():
    """float32 stays float32, shape kept."""
    got = quiet(sigmoid, np.full((2, 3), 200.0, dtype=np.float32))
    equal(str(got.dtype), "float32")
    equal(got.shape, (2, 3))


def test_gradient_tails():
    """The gradient keeps its relative accuracy on both sides."""
    close(quiet(sigmoid_gradient, np.array([40.0, -40.0])), [np.exp(-40.0)] * 2, rtol=1e-9, atol=0.0)


def test_gradient_numeric():
    """The gradient matches central differences on random input."""
    z = np.random.default_rng(1).uniform(-6, 6, size=50)
    h = 1e-5
    close(sigmoid_gradient(z), (sigmoid(z + h) - sigmoid(z - h)) / (2 * h), rtol=1e-6, atol=1e-9)


def test_symmetry():
    """sigmoid(-z) is 1 - sigmoid(z), and the function never falls."""
    z = np.linspace(-8, 8, 101)
    close(sigmoid(-z), 1 - sigmoid(z))
    check(np.all(np.diff(sigmoid(z)) > 0), "it must increase")


def test_untouched():
    """The input is not changed."""
    keeps(sigmoid, np.array([1.0, -2.0]))
