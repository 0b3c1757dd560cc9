"""Tests of grouped-query-attention."""

import numpy as np
from judge import close, equal, keeps, quiet, raises
from solution import grouped_query_attention as gqa


def _one(q, k, v):
    s = q @ k.T / np.sqrt(q.shape[-1])
    w = np.exp(s - s.max(axis=-1, keepdims=True))
    return w / w.sum(axis=-1, keepdims=True) @ v


def _qkv(heads, groups, seed=0, n=3, m=4, d=5, v=2):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(heads, n, d)), rng.normal(size=(groups, m, d)), rng.normal(size=(groups, m, v))


def test_multi_head():
    """Groups = heads is multi-head attention."""
    Q, K, V = _qkv(4, 4)
    close(gqa(Q, K, V), [_one(Q[h], K[h], V[h]) for h in range(4)])


def test_multi_query():
    """One group is multi-query attention."""
    Q, K, V = _qkv(4, 1, 1)
    close(gqa(Q, K, V), [_one(Q[h], K[0], V[0]) for h in range(4)])


def test_groups():
    """Consecutive heads share a group."""
    Q, K, V = _qkv(6, 2, 2)
    close(gqa(Q, K, V), [_one(Q[h], K[h // 3], V[h // 3]) for h in range(6)])


def test_three_groups():
    """Six heads in three groups."""
    Q, K, V = _qkv(6, 3, 3, n=1)
    close(gqa(Q, K, V), [_one(Q[h], K[h // 2], V[h // 2]) for h in range(6)])


def test_shape():
    """Queries, keys and value sizes may all differ."""
    Q, K, V = _qkv(8, 2, 4, n=7, m=3, d=6, v=9)
    equal(gqa(Q, K, V).shape, (8, 7, 9))


def test_one_key():
    """One key: its value for every head of the group."""
    got = gqa(np.ones((4, 1, 2)), np.ones((2, 1, 2)), np.array([[[1.0]], [[5.0]]]))
    close(got, [[[1.0]], [[1.0]], [[5.0]], [[5.0]]])


def test_scaling():
    """Scores are divided by the root of d."""
    Q, K = np.ones((1, 1, 16)), np.array([[[1.0] * 16, [0.0] * 16]])
    close(gqa(Q, K, np.array([[[1.0], [0.0]]])), [[[1 / (1 + np.exp(-4.0))]]])


def test_large():
    """Large scores do not overflow."""
    Q, K, V = _qkv(2, 1, 5)
    got = quiet(gqa, Q * 1e4, K, V)
    equal(bool(np.isfinite(got).all()), True)


def test_bad_shapes():
    """Heads not divisible by groups, or K and V that do not match, are refused."""
    Q, K, V = _qkv(4, 3)
    raises(ValueError, gqa, Q, K, V)
    Q, K, V = _qkv(4, 2)
    raises(ValueError, gqa, Q, K, V[:1])
    raises(ValueError, gqa, Q, K, V[:, :2])


def test_repeat():
    """Random input equals multi-head attention on repeated keys and values."""
    Q, K, V = _qkv(8, 4, 6)
    close(gqa(Q, K, V), gqa(Q, np.repeat(K, 2, axis=0), np.repeat(V, 2, axis=0)))
    keeps(gqa, Q, K, V)
