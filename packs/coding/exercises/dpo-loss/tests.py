"""Tests of dpo-loss."""

import numpy as np
from judge import check, close, keeps, quiet, raises
from solution import dpo_loss

Z = np.zeros(1)


def _data(seed=0, n=8):
    return list(np.random.default_rng(seed).normal(scale=20, size=(4, n)) - 50)


def test_equal():
    """Equal ratios cost log 2, gradients of half beta."""
    loss, up, down = dpo_loss(Z - 5, Z - 9, Z - 5, Z - 9, 0.2)
    close(loss, np.log(2.0))
    close(up, [-0.1])
    close(down, [0.1])


def test_by_hand():
    """A margin of log 3 costs log 4/3."""
    loss, up, _ = dpo_loss(Z + np.log(3.0), Z, Z, Z, 1.0)
    close(loss, np.log(4 / 3))
    close(up, [-0.25])


def test_reference():
    """Only the ratios to the reference count."""
    c, r, rc, rr = _data()
    close(dpo_loss(c + 7, r - 3, rc + 7, rr - 3)[0], dpo_loss(c, r, rc, rr)[0])


def test_wrong_by_far():
    """A margin of -10000 costs 10000, gradient finite."""
    loss, up, down = quiet(dpo_loss, Z - 1e4, Z, Z, Z, 1.0)
    close(loss, 1e4)
    close(up, [-1.0])
    close(down, [1.0])


def test_right_by_far():
    """A margin of +10000 costs nothing, without a warning."""
    loss, up, _ = quiet(dpo_loss, Z + 1e4, Z, Z, Z, 1.0)
    close(loss, 0.0)
    close(up, [0.0])


def test_small_loss():
    """Small losses keep their relative accuracy."""
    close(dpo_loss(Z + 40.0, Z, Z, Z, 1.0)[0], np.exp(-40.0), rtol=1e-6, atol=0.0)


def test_signs():
    """Descent raises chosen and lowers rejected, equally."""
    _, up, down = dpo_loss(*_data(1))
    check(np.all(up <= 0) and np.all(down >= 0), "chosen must rise, rejected fall", up)
    close(up, -down)


def test_mean():
    """The loss is a mean: doubling the rows halves each gradient."""
    data = _data(2)
    loss, up, _ = dpo_loss(*data)
    twice, up2, _ = dpo_loss(*[np.append(a, a) for a in data])
    close(twice, loss)
    close(up2[:8], up / 2)


def test_gradient():
    """Gradients match central differences."""
    c, r, rc, rr = _data(3, 4)
    _, up, down = dpo_loss(c, r, rc, rr, 0.05)
    for i, h in enumerate(np.eye(4) * 1e-4):
        close(up[i], (dpo_loss(c + h, r, rc, rr, 0.05)[0] - dpo_loss(c - h, r, rc, rr, 0.05)[0]) / 2e-4, rtol=1e-4, atol=1e-9)
        close(down[i], (dpo_loss(c, r + h, rc, rr, 0.05)[0] - dpo_loss(c, r - h, rc, rr, 0.05)[0]) / 2e-4, rtol=1e-4, atol=1e-9)


def test_bad_input():
    """beta of 0, no rows and other shapes are refused; data are kept."""
    raises(ValueError, dpo_loss, Z, Z, Z, Z, 0.0)
    raises(ValueError, dpo_loss, Z[:0], Z[:0], Z[:0], Z[:0])
    raises(ValueError, dpo_loss, np.zeros(2), Z, np.zeros(2), Z)
    keeps(dpo_loss, *_data(4))
