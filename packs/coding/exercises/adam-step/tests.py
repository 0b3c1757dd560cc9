"""Tests of adam-step."""

import numpy as np
from judge import check, close, equal, keeps, quiet
from solution import adam_step


def _new(x):
    x = np.array(x, dtype=float)
    return {"x": x, "m": np.zeros_like(x), "v": np.zeros_like(x), "t": 0}


def _run(x, gradient, steps, **options):
    state = _new(x)
    for _ in range(steps):
        state = adam_step(state, gradient(state["x"]), **options)
    return state


def test_first_step():
    """The first step is -lr * sign(g), whatever the size of the gradient."""
    got = adam_step(_new([0.0, 0.0, 0.0]), np.array([5.0, -0.01, 300.0]), lr=0.1)
    close(got["x"], [-0.1, 0.1, -0.1], rtol=1e-5)


def test_moments():
    """The stored moments are not corrected."""
    got = adam_step(_new([0.0]), np.array([2.0]), lr=0.1)
    close(got["m"], [0.2])
    close(got["v"], [0.004])
    equal(got["t"], 1)


def test_zero_gradient():
    """A zero gradient in a new optimizer changes nothing and does not divide by zero."""
    got = quiet(adam_step, _new([3.0]), np.array([0.0]), 0.1)
    equal(got["x"], [3.0])


def test_second_step():
    """Two steps with gradients 1 and -1, worked out by hand."""
    state = adam_step(_new([0.0]), np.array([1.0]), lr=0.1)
    state = adam_step(state, np.array([-1.0]), lr=0.1)
    m, v = (0.9 * 0.1 - 0.1) / (1 - 0.81), 1.0
    close(state["x"], [-0.1 - 0.1 * m / v], rtol=1e-6)


def test_eps_outside_root():
    """eps is added after the square root."""
    close(adam_step(_new([0.0]), np.array([1e-8]), lr=1.0)["x"], [-0.5], rtol=1e-6)


def test_decay():
    """Weight decay with zero gradient shrinks x by lr * decay exactly."""
    close(adam_step(_new([2.0, -4.0]), np.zeros(2), lr=0.1, weight_decay=0.5)["x"], [1.9, -3.8])


def test_decay_is_decoupled():
    """Decay does not enter the moments and is not rescaled by them."""
    plain = adam_step(_new([2.0]), np.array([3.0]), lr=0.1)
    got = adam_step(_new([2.0]), np.array([3.0]), lr=0.1, weight_decay=0.5)
    close(got["m"], plain["m"])
    close(got["v"], plain["v"])
    close(got["x"], plain["x"] - 0.1)


def test_state_kept():
    """The given state is not changed."""
    keeps(adam_step, {"x": np.ones(2), "m": np.ones(2), "v": np.ones(2), "t": 4}, np.array([1.0, 2.0]), 0.1)


def test_recursion():
    """Fifty random steps agree with a scalar recursion."""
    rng = np.random.default_rng(3)
    grads = rng.normal(size=(50, 2))
    state = _new([1.0, -1.0])
    for g in grads:
        state = adam_step(state, g, lr=0.05, b1=0.8, b2=0.95, weight_decay=0.1)
    for j, start in enumerate((1.0, -1.0)):
        x, m, v = start, 0.0, 0.0
        for t, g in enumerate(grads[:, j], 1):
            m, v = 0.8 * m + 0.2 * g, 0.95 * v + 0.05 * g * g
            x -= 0.05 * (m / (1 - 0.8**t) / ((v / (1 - 0.95**t)) ** 0.5 + 1e-8) + 0.1 * x)
        close(state["x"][j], x, rtol=1e-9)


def test_converges():
    """A quadratic with curvatures 1 and 1000 is minimized in both directions."""
    state = _run([5.0, 5.0], lambda x: np.array([1.0, 1000.0]) * x, 500, lr=0.1)
    check(np.all(np.abs(state["x"]) < 0.05), "both coordinates must be near 0", state["x"])
