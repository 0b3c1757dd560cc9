"""Tests of attention."""

import numpy as np
from judge import close, equal, keeps, quiet
from solution import attention


def _qkv(seed=0, shape=(), n=5, m=5, d=4, v=3):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(*shape, n, d)), rng.normal(size=(*shape, m, d)), rng.normal(size=(*shape, m, v))


def test_by_hand():
    """One query, two keys: weights 3/4 and 1/4."""
    Q, K = np.array([[2.0, 0, 0, 0]]), np.array([[np.log(3.0), 0, 0, 0], [0.0, 0, 0, 0]])
    close(attention(Q, K, np.array([[4.0], [8.0]])), [[5.0]])


def test_scaling():
    """The scores are divided by the root of d, not of the number of keys."""
    Q, K = np.full((1, 9), 1.0), np.array([[1.0] * 9, [0.0] * 9])
    close(attention(Q, K, np.array([[1.0], [0.0]])), [[1 / (1 + np.exp(-3.0))]])


def test_one_token():
    """One key: its value comes back."""
    close(attention(np.ones((2, 3)), np.ones((1, 3)), np.array([[7.0, -1.0]])), [[7.0, -1.0]] * 2)


def test_long_scores():
    """Scores of 1e4 pick one value, without a warning."""
    Q, K = np.array([[1e4, 0.0]]), np.array([[2.0, 0.0], [-2.0, 0.0]])
    close(quiet(attention, Q, K, np.array([[1.0], [2.0]])), [[1.0]])


def test_mask_true_attends():
    """True means may attend; masked keys get no weight and the rest sum to 1."""
    got = attention(np.zeros((1, 2)), np.zeros((3, 2)), np.array([[1.0], [2.0], [9.0]]), np.array([[True, True, False]]))
    close(got, [[1.5]])


def test_fully_masked():
    """A query that may attend to nothing gives zeros."""
    got = quiet(attention, np.ones((2, 2)), np.ones((2, 2)), np.ones((2, 1)), np.array([[False, False], [True, False]]))
    close(got, [[0.0], [1.0]])


def test_causal():
    """With a causal mask, a later token changes no earlier output."""
    Q, K, V = _qkv(1)
    mask = np.tril(np.ones((5, 5), dtype=bool))
    before = attention(Q, K, V, mask)
    for t in range(1, 5):
        K2, V2 = K.copy(), V.copy()
        K2[t], V2[t] = 50.0, -50.0
        equal(attention(Q, K2, V2, mask)[:t], before[:t])


def test_batch_and_heads():
    """Batch and heads are computed apart."""
    Q, K, V = _qkv(2, (2, 3), n=4, m=6)
    got = attention(Q, K, V)
    equal(got.shape, (2, 3, 4, 3))
    close(got[1, 2], attention(Q[1, 2], K[1, 2], V[1, 2]))


def test_mask_broadcasts():
    """A mask for keys alone broadcasts over batch and queries."""
    Q, K, V = _qkv(3, (2,), n=4, m=3)
    got = attention(Q, K, V, np.array([True, True, False]))
    close(got, attention(Q, K[:, :2], V[:, :2]))


def test_convex():
    """Random input: outputs lie within the range of the values, and order of keys does not matter."""
    Q, K, V = _qkv(4, n=8, m=7)
    got = attention(Q, K, V)
    close(np.clip(got, V.min(axis=0), V.max(axis=0)), got)
    order = np.array([3, 1, 0, 6, 5, 2, 4])
    close(attention(Q, K[order], V[order]), got)
    keeps(attention, Q, K, V, np.ones((8, 7), dtype=bool))
