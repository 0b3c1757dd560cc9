"""Tests of lora-linear."""

import numpy as np
from judge import close, equal, keeps, raises
from solution import lora_backward, lora_forward, lora_merge


def _parts(seed=0, n=5, i=4, o=3, r=2):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, i)), rng.normal(size=(o, i)), rng.normal(size=(r, i)), rng.normal(size=(o, r))


def test_zero_b():
    """B = 0 is the base layer."""
    x, W, A, B = _parts()
    close(lora_forward(x, W, A, 0 * B, 16.0), x @ W.T)


def test_by_hand():
    """Rank 1 by hand: 2 * 3 * 5 scaled by alpha."""
    got = lora_forward(np.array([[2.0]]), np.array([[10.0]]), np.array([[3.0]]), np.array([[5.0]]), 0.5)
    close(got, [[20.0 + 0.5 * 30.0]])


def test_scale():
    """The scale is alpha / r."""
    x, W, A, B = _parts(1, r=4)
    close(lora_forward(x, 0 * W, A, B, 8.0), 2.0 * x @ A.T @ B.T)


def test_merge():
    """The merged layer equals the adapted one."""
    x, W, A, B = _parts(2, r=3)
    close(x @ lora_merge(W, A, B, 7.0).T, lora_forward(x, W, A, B, 7.0))


def test_merge_is_new():
    """Merging leaves W alone."""
    _, W, A, B = _parts(3)
    keeps(lora_merge, W, A, B, 2.0)


def test_low_rank():
    """The update has rank r."""
    _, W, A, B = _parts(4, i=6, o=6, r=2)
    equal(int(np.linalg.matrix_rank(lora_merge(W, A, B, 3.0) - W, tol=1e-8)), 2)


def _numeric(f, array, h=1e-6):
    grad = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        up, down = array.copy(), array.copy()
        up[index] += h
        down[index] -= h
        grad[index] = (f(up) - f(down)) / (2 * h)
    return grad


def test_gradient_a_and_b():
    """Gradients by A and B match central differences."""
    x, W, A, B = _parts(5, n=3)
    G = np.random.default_rng(6).normal(size=(3, 3))
    _, grad_A, grad_B = lora_backward(x, W, A, B, 5.0, G)
    close(grad_A, _numeric(lambda M: np.sum(G * lora_forward(x, W, M, B, 5.0)), A), rtol=1e-5, atol=1e-7)
    close(grad_B, _numeric(lambda M: np.sum(G * lora_forward(x, W, A, M, 5.0)), B), rtol=1e-5, atol=1e-7)


def test_gradient_x():
    """The gradient by x goes through both paths."""
    x, W, A, B = _parts(7, n=2)
    G = np.random.default_rng(8).normal(size=(2, 3))
    grad_x, _, _ = lora_backward(x, W, A, B, 5.0, G)
    close(grad_x, _numeric(lambda M: np.sum(G * lora_forward(M, W, A, B, 5.0)), x), rtol=1e-5, atol=1e-7)


def test_start_of_training():
    """At B = 0 only B receives a gradient."""
    x, W, A, B = _parts(9)
    _, grad_A, grad_B = lora_backward(x, W, A, 0 * B, 4.0, np.ones((5, 3)))
    close(grad_A, np.zeros((2, 4)))
    equal(bool(np.abs(grad_B).max() > 0), True)


def test_bad_shapes():
    """Shapes that do not fit are refused."""
    x, W, A, B = _parts()
    raises(ValueError, lora_forward, x, W, A, B[:, :1], 1.0)
    raises(ValueError, lora_merge, W.T, A, B, 1.0)
    raises(ValueError, lora_backward, x, W, A[:1], B, 1.0, np.ones((5, 3)))
