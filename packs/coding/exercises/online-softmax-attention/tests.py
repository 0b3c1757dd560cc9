"""Tests of online-softmax-attention."""

import numpy as np
from judge import close, equal, keeps, quiet, raises
from solution import online_softmax_attention as online


def _naive(Q, K, V):
    s = Q @ K.T / np.sqrt(Q.shape[1])
    w = np.exp(s - s.max(axis=1, keepdims=True))
    return w / w.sum(axis=1, keepdims=True) @ V


def _qkv(seed=0, n=6, m=10, d=4, v=3, scale=1.0):
    rng = np.random.default_rng(seed)
    return scale * rng.normal(size=(n, d)), rng.normal(size=(m, d)), rng.normal(size=(m, v))


def test_one_block():
    """One block is plain attention."""
    close(online(*_qkv(), 10), _naive(*_qkv()))


def test_block_of_one():
    """One key at a time."""
    close(online(*_qkv(1), 1), _naive(*_qkv(1)))


def test_not_divisible():
    """A last block that is shorter."""
    for block in (3, 4, 7, 9):
        close(online(*_qkv(2), block), _naive(*_qkv(2)))


def test_larger_than_m():
    """A block larger than the number of keys."""
    close(online(*_qkv(3), 1000), _naive(*_qkv(3)))


def test_growing_maximum():
    """Scores that grow from block to block rescale the past."""
    Q, K, V = np.ones((1, 1)), np.arange(0.0, 5.0)[:, None], np.array([[5.0], [4.0], [3.0], [2.0], [1.0]])
    close(online(Q, K, V, 2), _naive(Q, K, V))


def test_falling_maximum():
    """Scores that fall leave the maximum alone."""
    Q, K, V = np.ones((1, 1)), np.arange(5.0, 0.0, -1.0)[:, None], np.array([[5.0], [4.0], [3.0], [2.0], [1.0]])
    close(online(Q, K, V, 2), _naive(Q, K, V))


def test_extreme():
    """Scores of +-1e4 in any order, without a warning."""
    Q, V = np.ones((1, 1)), np.array([[1.0], [2.0], [3.0]])
    for order in ([1e4, -1e4, 0.0], [-1e4, 0.0, 1e4], [0.0, 1e4, 1e4]):
        K = np.array(order)[:, None]
        close(quiet(online, Q, K, V, 1), _naive(Q, K, V))


def test_queries_apart():
    """Each query has its own maximum."""
    Q, K, V = _qkv(4)
    Q[0] *= 1000.0
    close(online(Q, K, V, 3), _naive(Q, K, V), rtol=1e-6)


def test_bad_input():
    """Block 0 and no keys are refused."""
    Q, K, V = _qkv()
    raises(ValueError, online, Q, K, V, 0)
    raises(ValueError, online, Q, K[:0], V[:0], 2)


def test_all_blocks():
    """Random large scores: every block size gives the same result."""
    Q, K, V = _qkv(5, n=20, m=33, scale=40.0)
    for block in range(1, 35, 4):
        close(online(Q, K, V, block), _naive(Q, K, V), rtol=1e-6, atol=1e-8)
    equal(online(Q, K, V, 5).shape, (20, 3))
    keeps(online, Q, K, V, 4)
