"""Tests of softmax-cross-entropy."""

import numpy as np
from judge import close, keeps, quiet, raises
from solution import softmax_cross_entropy


def test_uniform():
    """Equal logits over four classes cost log 4."""
    loss, gradient = softmax_cross_entropy(np.zeros((1, 4)), np.array([2]))
    close(loss, np.log(4.0))
    close(gradient, [[0.25, 0.25, -0.75, 0.25]])


def test_known():
    """Two rows worked out by hand, averaged."""
    logits = np.log(np.array([[1.0, 3.0], [1.0, 1.0]]))
    loss, gradient = softmax_cross_entropy(logits, np.array([1, 0]))
    close(loss, (np.log(4 / 3) + np.log(2.0)) / 2)
    close(gradient, [[0.125, -0.125], [-0.25, 0.25]])


def test_huge_wrong():
    """A huge wrong logit costs its full margin."""
    loss, gradient = quiet(softmax_cross_entropy, np.array([[1e4, -1e4]]), np.array([1]))
    close(loss, 2e4)
    close(gradient, [[1.0, -1.0]])


def test_huge_right():
    """A huge right logit costs nothing."""
    loss, gradient = quiet(softmax_cross_entropy, np.array([[1e4, -1e4]]), np.array([0]))
    close(loss, 0.0)
    close(gradient, [[0.0, 0.0]])


def test_one_class():
    """One class costs 0 with gradient 0."""
    loss, gradient = softmax_cross_entropy(np.array([[7.0], [-3.0]]), np.array([0, 0]))
    close(loss, 0.0)
    close(gradient, [[0.0], [0.0]])


def test_label_too_large():
    """A label of k is refused."""
    raises(ValueError, softmax_cross_entropy, np.zeros((2, 3)), np.array([0, 3]))


def test_negative_label():
    """A label of -1 is refused, not read as the last class."""
    raises(ValueError, softmax_cross_entropy, np.zeros((2, 3)), np.array([0, -1]))


def test_sizes():
    """No rows, or another number of labels, is refused."""
    raises(ValueError, softmax_cross_entropy, np.zeros((0, 3)), np.array([], dtype=int))
    raises(ValueError, softmax_cross_entropy, np.zeros((2, 3)), np.array([0]))


def test_untouched():
    """The logits are not changed."""
    keeps(softmax_cross_entropy, np.array([[1.0, 2.0]]), np.array([0]))


def test_rows_sum_to_zero():
    """Rows of the gradient sum to zero on random input."""
    rng = np.random.default_rng(6)
    _, gradient = softmax_cross_entropy(rng.normal(scale=5, size=(20, 6)), rng.integers(0, 6, 20))
    close(gradient.sum(axis=1), np.zeros(20))


def test_gradient():
    """The gradient matches central differences."""
    rng = np.random.default_rng(7)
    logits, y, h = rng.normal(size=(3, 4)), np.array([0, 3, 3]), 1e-6
    _, gradient = softmax_cross_entropy(logits, y)
    for i in range(3):
        for j in range(4):
            step = np.zeros((3, 4))
            step[i, j] = h
            up, down = softmax_cross_entropy(logits + step, y)[0], softmax_cross_entropy(logits - step, y)[0]
            close(gradient[i, j], (up - down) / (2 * h), rtol=1e-5, atol=1e-8)
