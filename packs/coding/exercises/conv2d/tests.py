"""Tests of conv2d."""

import numpy as np
from judge import close, equal, keeps, raises
from solution import conv2d


def _slow(x, w, stride=1, padding=0, dilation=1):
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    o, c, kh, kw = w.shape
    h = (x.shape[1] - dilation * (kh - 1) - 1) // stride + 1
    v = (x.shape[2] - dilation * (kw - 1) - 1) // stride + 1
    out = np.zeros((o, h, v))
    for a in range(h):
        for b in range(v):
            rows = [a * stride + i * dilation for i in range(kh)]
            cols = [b * stride + j * dilation for j in range(kw)]
            out[:, a, b] = (w * x[:, rows][:, :, cols]).sum(axis=(1, 2, 3))
    return out


def _random(seed, x, w):
    rng = np.random.default_rng(seed)
    return rng.normal(size=x), rng.normal(size=w)


def test_by_hand():
    """A 2x2 kernel on 3x3, not flipped."""
    x = np.arange(9.0).reshape(1, 3, 3)
    close(conv2d(x, np.array([[[[1.0, 0.0], [0.0, 2.0]]]])), [[[8.0, 11.0], [17.0, 20.0]]])


def test_one_by_one():
    """A 1x1 kernel mixes channels only."""
    x, w = _random(0, (3, 4, 5), (2, 3, 1, 1))
    close(conv2d(x, w), np.einsum("oc,chv->ohv", w[:, :, 0, 0], x))


def test_channels_summed():
    """Input channels are summed, output channels apart."""
    x, w = _random(1, (3, 6, 6), (4, 3, 3, 3))
    close(conv2d(x, w), _slow(x, w))


def test_not_square():
    """Height and width, and both sides of the kernel, may differ."""
    x, w = _random(2, (1, 5, 9), (1, 1, 2, 4))
    got = conv2d(x, w)
    equal(got.shape, (1, 4, 6))
    close(got, _slow(x, w))


def test_padding():
    """Zero padding on all sides."""
    x, w = _random(3, (2, 4, 4), (2, 2, 3, 3))
    got = conv2d(x, w, padding=1)
    equal(got.shape, (2, 4, 4))
    close(got, _slow(x, w, padding=1))


def test_stride():
    """Stride skips positions; what does not fit is dropped."""
    x, w = _random(4, (1, 8, 7), (1, 1, 3, 3))
    got = conv2d(x, w, stride=2)
    equal(got.shape, (1, 3, 3))
    close(got, _slow(x, w, stride=2))


def test_dilation():
    """Dilation spreads the kernel."""
    x, w = _random(5, (2, 9, 9), (1, 2, 3, 3))
    got = conv2d(x, w, dilation=3)
    equal(got.shape, (1, 3, 3))
    close(got, _slow(x, w, dilation=3))


def test_together():
    """Stride, padding and dilation together, on random shapes."""
    for seed in range(5):
        x, w = _random(seed, (2, 7 + seed, 11 - seed), (3, 2, 2, 3))
        close(conv2d(x, w, 2, 2, 2), _slow(x, w, 2, 2, 2))


def test_kernel_fills():
    """A kernel as large as the input gives one number; larger is refused."""
    x, w = _random(6, (1, 3, 4), (1, 1, 3, 4))
    close(conv2d(x, w), [[[np.sum(x * w[0])]]])
    raises(ValueError, conv2d, x, np.ones((1, 1, 4, 4)))
    raises(ValueError, conv2d, x, np.ones((1, 1, 2, 2)), 1, 0, 3)


def test_bad_input():
    """Channels that differ and bad numbers are refused; data are kept."""
    x, w = _random(7, (2, 4, 4), (1, 2, 2, 2))
    raises(ValueError, conv2d, x[:1], w)
    raises(ValueError, conv2d, x, w, 0)
    raises(ValueError, conv2d, x, w, 1, -1)
    keeps(conv2d, x, w, 1, 1)
