"""Tests of rope."""

import numpy as np
from judge import close, equal, keeps, raises
from solution import rope


def _x(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)


def test_identity():
    """Position 0 changes nothing."""
    x = _x(0, 1, 6)
    close(rope(x, [0]), x)


def test_quarter_turn():
    """d = 2 and a quarter turn: (1, 0) becomes (0, 1), counterclockwise."""
    close(rope(np.array([[1.0, 0.0]]), [np.pi / 2]), [[0.0, 1.0]])
    close(rope(np.array([[0.0, 1.0]]), [np.pi / 2]), [[-1.0, 0.0]])


def test_pairs_are_neighbours():
    """Entries 0 and 1 form a pair, not 0 and d/2."""
    got = rope(np.array([[1.0, 0.0, 0.0, 0.0]]), [1.0])
    close(got, [[np.cos(1.0), np.sin(1.0), 0.0, 0.0]])


def test_frequencies():
    """The second pair of d = 4 turns 100 times slower (base 10000)."""
    got = rope(np.array([[0.0, 0.0, 1.0, 0.0]]), [1.0])
    close(got, [[0.0, 0.0, np.cos(0.01), np.sin(0.01)]])


def test_base():
    """The base is used."""
    got = rope(np.array([[0.0, 0.0, 1.0, 0.0]]), [1.0], 4.0)
    close(got, [[0.0, 0.0, np.cos(0.5), np.sin(0.5)]])


def test_norm():
    """Norms are kept at any position."""
    x = _x(1, 50, 8)
    close(np.linalg.norm(rope(x, np.arange(50) * 37), axis=1), np.linalg.norm(x, axis=1))


def test_offset_only():
    """Dot products depend only on the distance of the positions."""
    q, k = _x(2, 1, 16), _x(3, 1, 16)
    dots = [(rope(q, [p]) @ rope(k, [p + 5]).T).item() for p in (0, 3, 100, 4000)]
    close(dots, [dots[0]] * 4, rtol=1e-7, atol=1e-8)


def test_each_row_its_position():
    """Rows use their own positions, in any order."""
    x = _x(4, 3, 4)
    close(rope(x, [7, 0, 2]), np.vstack([rope(x[:1], [7]), rope(x[1:2], [0]), rope(x[2:], [2])]))


def test_leading_dimensions():
    """Batch and heads go along."""
    x = _x(5, 2, 3, 4, 6)
    got = rope(x, np.arange(4))
    equal(got.shape, (2, 3, 4, 6))
    close(got[1, 2], rope(x[1, 2], np.arange(4)))


def test_odd_and_untouched():
    """Odd d is refused; the input is kept."""
    raises(ValueError, rope, np.ones((2, 3)), [0, 1])
    keeps(rope, _x(6, 2, 4), [1, 2])


def test_complex():
    """Random input agrees with multiplying complex numbers."""
    x, p = _x(7, 9, 10), np.arange(9) * 11.5
    z = (x[:, 0::2] + 1j * x[:, 1::2]) * np.exp(1j * p[:, None] * 10000.0 ** (-np.arange(5) / 5))
    got = rope(x, p)
    close(got[:, 0::2], z.real, rtol=1e-9)
    close(got[:, 1::2], z.imag, rtol=1e-9)
