"""Tests of lstm-cell."""

import numpy as np
from judge import check, close, keeps, quiet, raises
from solution import lstm_step, lstm_step_backward


def _parts(seed=0, n=3, i=4, u=2):
    rng = np.random.default_rng(seed)
    x, h, c = rng.normal(size=(n, i)), rng.normal(size=(n, u)), rng.normal(size=(n, u))
    return x, h, c, rng.normal(size=(i + u, 4 * u)), rng.normal(size=4 * u)


def _bias(*blocks):
    return np.array(blocks, dtype=float)


def test_zero_weights():
    """With zero weights all gates are one half and nothing is written."""
    x, h, c, W, b = _parts()
    new_h, new_c = lstm_step(x, h, c, 0 * W, 0 * b)
    close(new_c, c / 2)
    close(new_h, np.tanh(c / 2) / 2)


def test_by_hand():
    """One unit by hand: only the biases speak."""
    s = lambda z: 1 / (1 + np.exp(-z))
    h, c = np.zeros((1, 1)), np.array([[2.0]])
    new_h, new_c = lstm_step(np.zeros((1, 1)), h, c, np.zeros((2, 4)), _bias(0.5, -1.0, 0.3, 2.0))
    want = s(-1.0) * 2.0 + s(0.5) * np.tanh(0.3)
    close(new_c, [[want]])
    close(new_h, [[s(2.0) * np.tanh(want)]])


def test_input_and_state():
    """The rows of W belong to x first, then to h."""
    W = np.zeros((2, 4))
    W[0, 2], W[1, 2] = 1.0, 10.0
    x, h = np.array([[0.2]]), np.array([[0.05]])
    _, new_c = lstm_step(x, h, np.zeros((1, 1)), W, _bias(50, 0, 0, 0))
    close(new_c, [[np.tanh(0.2 + 0.5)]])


def test_remembers():
    """Forget gate open, input gate shut: the cell is carried over for a hundred steps."""
    c = start = np.array([[0.7, -1.3]])
    h, b = np.zeros((1, 2)), np.repeat([-40.0, 40.0, 1.0, 0.0], 2)
    for _ in range(100):
        h, c = lstm_step(np.ones((1, 3)), h, c, np.zeros((5, 8)), b)
    close(c, start)


def test_saturated():
    """Pre-activations of a thousand are exact and do not warn."""
    c = np.array([[0.5]])
    close(quiet(lstm_step, np.zeros((1, 1)), np.zeros((1, 1)), c, np.zeros((2, 4)), _bias(-1000, 1000, 1000, 1000))[1], c)
    close(quiet(lstm_step, np.zeros((1, 1)), np.zeros((1, 1)), c, np.zeros((2, 4)), _bias(1000, -1000, -1000, -1000))[1], [[-1.0]])


def test_rows_are_independent():
    """A row alone gives the same as in a batch."""
    x, h, c, W, b = _parts(1, n=5)
    whole, alone = lstm_step(x, h, c, W, b), lstm_step(x[2:3], h[2:3], c[2:3], W, b)
    close(whole[0][2:3], alone[0])
    close(whole[1][2:3], alone[1])


def _numeric(f, array, step=1e-6):
    grad = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        up, down = array.copy(), array.copy()
        up[index] += step
        down[index] -= step
        grad[index] = (f(up) - f(down)) / (2 * step)
    return grad


def _forward(x, h, c, W, b):
    i, f, g, o = np.split(np.hstack([x, h]) @ W + b, 4, axis=1)
    s = lambda z: 1 / (1 + np.exp(-z))
    new = s(f) * c + s(i) * np.tanh(g)
    return s(o) * np.tanh(new), new


def test_matches_elementwise_reference():
    """Random parts agree with the formulas written out."""
    parts = _parts(2, n=6, i=3, u=4)
    got, want = lstm_step(*parts), _forward(*parts)
    close(got[0], want[0])
    close(got[1], want[1])


def _check_gradients(seed, by_h, by_c):
    parts = _parts(seed)
    rng = np.random.default_rng(seed + 50)
    G, C = by_h * rng.normal(size=(3, 2)), by_c * rng.normal(size=(3, 2))
    grads = lstm_step_backward(*parts, G, C)
    for place in range(5):

        def loss(value, place=place):
            h, c = _forward(*[value if k == place else part for k, part in enumerate(parts)])
            return np.sum(G * h) + np.sum(C * c)

        close(grads[place], _numeric(loss, parts[place]), rtol=1e-5, atol=1e-7)


def test_gradient_through_h():
    """All five gradients match central differences for a loss on the new h."""
    _check_gradients(3, 1.0, 0.0)


def test_gradient_through_c():
    """All five gradients match for a loss on the new cell."""
    _check_gradients(4, 0.0, 1.0)


def test_gradient_through_both():
    """Both paths add up."""
    _check_gradients(5, 1.0, 1.0)


def test_gradient_is_carried():
    """Forget gate open: the gradient by the old cell is the one that came, unchanged."""
    b = np.repeat([-40.0, 40.0, 0.0, 0.0], 2)
    came = np.array([[0.3, -2.0]])
    grads = lstm_step_backward(np.ones((1, 3)), np.zeros((1, 2)), np.ones((1, 2)), np.zeros((5, 8)), b, np.zeros((1, 2)), came)
    close(grads[2], came)


def test_two_steps():
    """Backpropagation through two steps gives the gradient of the shared weights."""
    x, h, c, W, b = _parts(6)
    later = np.random.default_rng(7).normal(size=x.shape)

    def loss(weights):
        return np.sum(_forward(later, *_forward(x, h, c, weights, b), weights, b)[0])

    h1, c1 = lstm_step(x, h, c, W, b)
    _, grad_h, grad_c, last, _ = lstm_step_backward(later, h1, c1, W, b, np.ones(h.shape), np.zeros(h.shape))
    first = lstm_step_backward(x, h, c, W, b, grad_h, grad_c)[3]
    close(first + last, _numeric(loss, W), rtol=1e-5, atol=1e-7)


def test_bad_shapes():
    """Shapes that do not fit are refused; the arguments are kept."""
    x, h, c, W, b = _parts(8)
    zero = np.zeros(h.shape)
    raises(ValueError, lstm_step, x, h, c, W[:-1], b)
    raises(ValueError, lstm_step, x, h, c[:1], W, b)
    raises(ValueError, lstm_step, x, h, c, W, b[:2])
    raises(ValueError, lstm_step_backward, x[:1], h, c, W, b, zero, zero)
    raises(ValueError, lstm_step_backward, x, h, c, W, b, zero[:1], zero)
    keeps(lstm_step, x, h, c, W, b)
    check(np.isfinite(lstm_step(x, 0 * h, 0 * c, W, b)[0]).all(), "zero state")
