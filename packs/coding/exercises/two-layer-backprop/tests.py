"""Tests of two-layer-backprop."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import mlp_loss_and_gradients as mlp


def _net(seed=0, n=6, d=4, h=5, k=3):
    rng = np.random.default_rng(seed)
    params = {"W1": rng.normal(size=(d, h)), "b1": rng.normal(size=h), "W2": rng.normal(size=(h, k)), "b2": rng.normal(size=k)}
    return rng.normal(size=(n, d)), rng.integers(0, k, n), params


def _zeros(d, h, k):
    return {"W1": np.zeros((d, h)), "b1": np.zeros(h), "W2": np.zeros((h, k)), "b2": np.zeros(k)}


def _check(X, y, params, key):
    _, gradients = mlp(X, y, params)
    equal(gradients[key].shape, params[key].shape)
    h = 1e-6
    for index in np.ndindex(params[key].shape):
        up, down = dict(params), dict(params)
        up[key], down[key] = params[key].copy(), params[key].copy()
        up[key][index] += h
        down[key][index] -= h
        close(gradients[key][index], (mlp(X, y, up)[0] - mlp(X, y, down)[0]) / (2 * h), rtol=1e-4, atol=1e-7)


def test_zero_weights():
    """Zero weights cost log k, and only b2 learns."""
    loss, gradients = mlp(np.ones((2, 3)), np.array([0, 0]), _zeros(3, 4, 2))
    close(loss, np.log(2.0))
    close(gradients["b2"], [-0.5, 0.5])
    close(gradients["W1"], np.zeros((3, 4)))


def test_by_hand():
    """One number through one unit."""
    params = {"W1": np.array([[2.0]]), "b1": np.array([1.0]), "W2": np.array([[1.0, 0.0]]), "b2": np.zeros(2)}
    loss, gradients = mlp(np.array([[1.0]]), np.array([0]), params)
    p = 1 / (1 + np.exp(-3.0))
    close(loss, -np.log(p))
    close(gradients["W2"], [[3 * (p - 1), 3 * (1 - p)]])
    close(gradients["W1"], [[p - 1]])


def test_gradient_first_layer():
    """W1 and b1 match central differences."""
    _check(*_net(1), "W1")
    _check(*_net(1), "b1")


def test_gradient_second_layer():
    """W2 and b2 match central differences."""
    _check(*_net(2), "W2")
    _check(*_net(2), "b2")


def test_batch_of_one():
    """One row."""
    _check(*_net(3, n=1), "W1")


def test_mean():
    """The loss is a mean: repeating rows changes nothing."""
    X, y, params = _net(4)
    loss, gradients = mlp(X, y, params)
    twice, again = mlp(np.vstack([X, X]), np.append(y, y), params)
    close(twice, loss)
    close(again, gradients)


def test_dead_units():
    """Dead units receive no gradient."""
    X, y, params = _net(5)
    params["b1"][2] = -1e6
    _, gradients = mlp(X, y, params)
    close(gradients["W1"][:, 2], np.zeros(4))
    close(gradients["W2"][2], np.zeros(3))


def test_relu_at_zero():
    """The derivative of ReLU at 0 is 0."""
    params = {"W1": np.zeros((1, 1)), "b1": np.zeros(1), "W2": np.array([[1.0, -1.0]]), "b2": np.zeros(2)}
    close(mlp(np.array([[1.0]]), np.array([0]), params)[1]["b1"], [0.0])


def test_extreme():
    """Logits of a thousand do not overflow."""
    X, y, params = _net(6)
    params["W2"] *= 1e4
    loss, gradients = quiet(mlp, X, y, params)
    check(np.isfinite(loss) and np.isfinite(gradients["W1"]).all(), "all numbers must be finite", loss)


def test_label_range():
    """Labels out of range are refused; data and parameters are kept."""
    X, y, params = _net(7)
    raises(ValueError, mlp, X, np.full(6, 3), params)
    raises(ValueError, mlp, X, np.full(6, -1), params)
    keeps(mlp, X, y, params)
