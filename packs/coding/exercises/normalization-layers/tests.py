"""Tests of normalization-layers."""

import numpy as np
from judge import close, keeps, quiet, raises
from solution import batch_norm, batch_norm_backward, layer_norm, layer_norm_backward, rms_norm

ONE, ZERO = np.ones(2), np.zeros(2)


def _x(seed=0, n=5, d=6):
    return np.random.default_rng(seed).normal(size=(n, d)) * 3 + 2


def _start(d):
    return {"mean": np.zeros(d), "var": np.ones(d)}


def test_layer_rows():
    """Layer norm works on rows: (1, 3) becomes (-1, 1)."""
    close(layer_norm(np.array([[1.0, 3.0], [10.0, 30.0]]), ONE, ZERO, 0.0), [[-1.0, 1.0], [-1.0, 1.0]])


def test_gain_and_shift():
    """Gain and shift come after normalizing."""
    close(layer_norm(np.array([[1.0, 3.0]]), np.array([2.0, 5.0]), np.array([1.0, -1.0]), 0.0), [[-1.0, 4.0]])


def test_constant_row():
    """A constant row gives the shift, without a warning."""
    close(quiet(layer_norm, np.full((1, 3), 7.0), np.ones(3), np.array([1.0, 2.0, 3.0])), [[1.0, 2.0, 3.0]])


def test_eps_under_root():
    """eps is added to the variance, under the root."""
    close(layer_norm(np.array([[-1.0, 1.0]]), ONE, ZERO, 3.0), [[-0.5, 0.5]])


def test_backward():
    """The gradient of layer norm matches central differences."""
    rng = np.random.default_rng(1)
    x, gain, G = _x(2, 3, 4), rng.normal(size=4), rng.normal(size=(3, 4))
    grad_x, grad_gain, grad_shift = layer_norm_backward(x, gain, G)

    def loss(a, b, c):
        return np.sum(G * layer_norm(a, b, c))

    shift, h = np.zeros(4), 1e-5
    for index in np.ndindex(3, 4):
        step = np.zeros((3, 4))
        step[index] = h
        close(grad_x[index], (loss(x + step, gain, shift) - loss(x - step, gain, shift)) / (2 * h), rtol=1e-4, atol=1e-7)
    for j, step in enumerate(np.eye(4) * h):
        close(grad_gain[j], (loss(x, gain + step, shift) - loss(x, gain - step, shift)) / (2 * h), rtol=1e-5, atol=1e-7)
        close(grad_shift[j], (loss(x, gain, shift + step) - loss(x, gain, shift - step)) / (2 * h), rtol=1e-5, atol=1e-7)


def test_backward_invariance():
    """Rows of the gradient by x sum to zero."""
    x = _x(3)
    close(layer_norm_backward(x, np.ones(6), _x(4))[0].sum(axis=1), np.zeros(5), atol=1e-9)


def test_rms():
    """RMSNorm divides by the root mean square and keeps the mean."""
    close(rms_norm(np.array([[3.0, 4.0]]), ONE, 0.0), [[3 / np.sqrt(12.5), 4 / np.sqrt(12.5)]])
    close(rms_norm(np.array([[5.0, 5.0]]), np.array([1.0, 2.0]), 0.0), [[1.0, 2.0]])


def test_rms_zero():
    """RMSNorm of a zero row is zero, without a warning."""
    close(quiet(rms_norm, np.zeros((1, 2)), ONE), [[0.0, 0.0]])


def test_batch_columns():
    """Batch norm works on columns with the batch's biased variance."""
    x = _x(5)
    y, _ = batch_norm(x, np.ones(6), np.zeros(6), _start(6), eps=0.0)
    close(y.mean(axis=0), np.zeros(6), atol=1e-9)
    close((y**2).mean(axis=0), np.ones(6))


def test_running():
    """Running statistics move by momentum, toward the unbiased variance."""
    x = np.array([[0.0], [4.0]])
    _, running = batch_norm(x, np.ones(1), np.zeros(1), _start(1), momentum=0.25)
    close(running["mean"], [0.5])
    close(running["var"], [0.75 + 0.25 * 8.0])


def test_evaluation():
    """Evaluation uses the running statistics, for one row as for many, and keeps them."""
    running = {"mean": np.array([1.0, 2.0]), "var": np.array([4.0, 9.0])}
    y, after = batch_norm(np.array([[3.0, 8.0]]), ONE, ZERO, running, train=False, eps=0.0)
    close(y, [[1.0, 2.0]])
    close(after, running)


def test_batch_of_one():
    """A training batch of one is refused; the dict handed in is kept."""
    raises(ValueError, batch_norm, np.ones((1, 2)), ONE, ZERO, _start(2))
    keeps(batch_norm, _x(6, 4, 2), ONE, ZERO, _start(2))


def test_batch_backward():
    """The gradient of batch norm in training matches central differences."""
    rng = np.random.default_rng(7)
    x, gain, G, h = _x(8, 5, 3), rng.normal(size=3), rng.normal(size=(5, 3)), 1e-5
    grad_x, grad_gain, grad_shift = batch_norm_backward(x, gain, G)

    def loss(a, b, c):
        centred = a - a.mean(axis=0)
        return np.sum(G * (centred / np.sqrt((centred**2).mean(axis=0) + 1e-5) * b + c))

    for index in np.ndindex(5, 3):
        step = np.zeros((5, 3))
        step[index] = h
        close(grad_x[index], (loss(x + step, gain, 0.0) - loss(x - step, gain, 0.0)) / (2 * h), rtol=1e-4, atol=1e-7)
    for j, step in enumerate(np.eye(3) * h):
        close(grad_gain[j], (loss(x, gain + step, 0.0) - loss(x, gain - step, 0.0)) / (2 * h), rtol=1e-5, atol=1e-7)
    close(grad_shift, G.sum(axis=0))


def test_batch_backward_invariance():
    """Shifting a column changes nothing: columns of the gradient sum to zero, also for a constant one."""
    x = _x(9)
    x[:, 2] = 4.0
    grad_x = quiet(batch_norm_backward, x, np.ones(6), _x(10))[0]
    close(grad_x.sum(axis=0), np.zeros(6), atol=1e-6)
