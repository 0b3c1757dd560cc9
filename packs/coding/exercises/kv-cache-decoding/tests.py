"""Tests of kv-cache-decoding."""

import numpy as np
from judge import close, equal, keeps, quiet, raises
from solution import decode_step


def _full(Q, K, V):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    scores = np.where(np.tril(np.ones(scores.shape[-2:], dtype=bool)), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True) @ V


def _qkv(seed, batch, t, d):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(3, batch, t, d))


def test_first_token():
    """The first token sees itself alone: its value comes back."""
    out, cache = decode_step(None, np.ones((1, 2)), np.ones((1, 2)), np.array([[3.0, 4.0]]))
    close(out, [[3.0, 4.0]])
    close(cache["v"], [[[3.0, 4.0]]])


def test_second_token():
    """The second token sees both, itself included."""
    _, cache = decode_step(None, np.zeros((1, 1)), np.zeros((1, 1)), np.array([[2.0]]))
    out, _ = decode_step(cache, np.zeros((1, 1)), np.zeros((1, 1)), np.array([[6.0]]))
    close(out, [[4.0]])


def test_incremental_equals_full():
    """Every step equals full causal attention."""
    Q, K, V = _qkv(0, 1, 12, 4)
    want, cache = _full(Q, K, V), None
    for t in range(12):
        out, cache = decode_step(cache, Q[:, t], K[:, t], V[:, t])
        close(out, want[:, t], rtol=1e-9)


def test_batch():
    """Sequences of a batch do not mix."""
    Q, K, V = _qkv(1, 3, 6, 5)
    want, cache = _full(Q, K, V), None
    for t in range(6):
        out, cache = decode_step(cache, Q[:, t], K[:, t], V[:, t])
        close(out, want[:, t], rtol=1e-9)


def test_cache_shape():
    """The cache grows by one token each step."""
    Q, K, V = _qkv(2, 2, 3, 4)
    cache = None
    for t in range(3):
        _, cache = decode_step(cache, Q[:, t], K[:, t], V[:, t])
        equal(cache["k"].shape, (2, t + 1, 4))
    close(cache["k"], K)
    close(cache["v"], V)


def test_cache_kept():
    """A cache handed in is not changed."""
    keeps(decode_step, {"k": np.ones((1, 2, 2)), "v": np.ones((1, 2, 2))}, np.ones((1, 2)), np.ones((1, 2)), np.ones((1, 2)))


def test_two_continuations():
    """Two continuations of one prefix do not disturb each other."""
    Q, K, V = _qkv(3, 1, 4, 3)
    cache = None
    for t in range(3):
        _, cache = decode_step(cache, Q[:, t], K[:, t], V[:, t])
    first, _ = decode_step(cache, Q[:, 3], K[:, 3], V[:, 3])
    decode_step(cache, -Q[:, 3], 9 * K[:, 3], 9 * V[:, 3])
    again, _ = decode_step(cache, Q[:, 3], K[:, 3], V[:, 3])
    close(again, first)


def test_scaling():
    """Scores are divided by the root of d."""
    _, cache = decode_step(None, np.zeros((1, 4)), np.zeros((1, 4)), np.zeros((1, 4)))
    out, _ = decode_step(cache, np.ones((1, 4)), np.ones((1, 4)), np.ones((1, 4)))
    close(out, [[1 / (1 + np.exp(-2.0))] * 4])


def test_large_scores():
    """Scores of 1e4 do not overflow."""
    _, cache = decode_step(None, np.zeros((1, 1)), np.zeros((1, 1)), np.zeros((1, 1)))
    out, _ = quiet(decode_step, cache, np.array([[1e4]]), np.array([[1.0]]), np.array([[5.0]]))
    close(out, [[5.0]])


def test_batch_differs():
    """Another batch size is refused."""
    raises(ValueError, decode_step, {"k": np.ones((2, 1, 2)), "v": np.ones((2, 1, 2))}, np.ones((1, 2)), np.ones((1, 2)), np.ones((1, 2)))
