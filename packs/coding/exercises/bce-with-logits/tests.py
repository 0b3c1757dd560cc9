"""Tests of bce-with-logits."""

import numpy as np
from judge import close, equal, quiet, raises
from solution import bce_with_logits


def test_known():
    """Logit 0 costs log 2 whatever the label."""
    loss, gradient = bce_with_logits(np.zeros(2), np.array([0.0, 1.0]))
    close(loss, np.log(2.0))
    close(gradient, [0.25, -0.25])


def test_saturated_wrong():
    """A confident mistake costs the full logit, gradient finite."""
    loss, gradient = quiet(bce_with_logits, np.array([1000.0, -1000.0]), np.array([0.0, 1.0]), "none")
    close(loss, [1000.0, 1000.0])
    close(gradient, [1.0, -1.0])


def test_saturated_right():
    """A confident right answer costs nothing."""
    loss, gradient = quiet(bce_with_logits, np.array([1000.0, -1000.0]), np.array([1.0, 0.0]), "sum")
    close(loss, 0.0)
    close(gradient, [0.0, 0.0])


def test_small_losses():
    """Small losses keep relative accuracy: e^-40 is not rounded to 0."""
    loss, _ = bce_with_logits(np.array([40.0]), np.array([1.0]), "none")
    close(loss, [np.exp(-40.0)], rtol=1e-6, atol=0.0)


def test_soft_labels():
    """Soft labels: the loss is least where sigmoid equals the target."""
    best = np.log(0.3 / 0.7)
    loss, gradient = bce_with_logits(np.array([best]), np.array([0.3]))
    close(loss, -(0.3 * np.log(0.3) + 0.7 * np.log(0.7)))
    close(gradient, [0.0])


def test_empty():
    """An empty batch costs 0 without a warning."""
    loss, gradient = quiet(bce_with_logits, np.array([]), np.array([]))
    equal(loss, 0.0)
    equal(gradient, [])


def test_reductions():
    """Sum, mean and none agree with each other, gradients included."""
    z, y = np.array([[0.5, -1.0, 2.0]]), np.array([[1.0, 0.0, 0.25]])
    each, g_each = bce_with_logits(z, y, "none")
    total, g_total = bce_with_logits(z, y, "sum")
    mean, g_mean = bce_with_logits(z, y, "mean")
    equal(each.shape, (1, 3))
    close(total, each.sum())
    close(mean, each.sum() / 3)
    close(g_total, g_each)
    close(g_mean, g_each / 3)


def test_shapes():
    """Shapes that would broadcast silently are refused."""
    raises(ValueError, bce_with_logits, np.zeros((3, 1)), np.zeros(3))


def test_bad_values():
    """Targets outside [0, 1] and unknown reductions are refused."""
    raises(ValueError, bce_with_logits, np.zeros(2), np.array([0.0, -1.0]))
    raises(ValueError, bce_with_logits, np.zeros(2), np.zeros(2), "average")


def test_gradient():
    """The gradient matches central differences on random input."""
    rng = np.random.default_rng(8)
    z, y = rng.normal(scale=3, size=6), rng.uniform(size=6)
    _, gradient = bce_with_logits(z, y)
    h = 1e-6
    numeric = [
        (bce_with_logits(z + h * row, y)[0] - bce_with_logits(z - h * row, y)[0]) / (2 * h) for row in np.eye(6)
    ]
    close(gradient, numeric, rtol=1e-5, atol=1e-8)
