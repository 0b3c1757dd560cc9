"""Tests of quantize-int8."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import dequantize_int8, quantize_int8


def _w(seed=0, shape=(6, 50)):
    return np.random.default_rng(seed).normal(size=shape)


def test_by_hand():
    """Symmetric by hand: 127 is the largest magnitude."""
    q, scale, zero = quantize_int8(np.array([[-2.0, 1.0, 0.0, 0.5]]))
    equal(q, [[-127, 64, 0, 32]])
    close(scale, [[2 / 127]])
    equal(zero, [[0]])


def test_type_and_shapes():
    """int8 codes; one scale a tensor or a row."""
    q, scale, zero = quantize_int8(_w(), per_channel=True)
    equal((str(q.dtype), q.shape, scale.shape, zero.shape), ("int8", (6, 50), (6, 1), (6, 1)))
    equal(quantize_int8(_w())[1].shape, (1, 1))


def test_error_bound():
    """Symmetric: the error is at most half a scale, per tensor and per channel."""
    for per_channel in (False, True):
        w = _w(1) * np.array([[0.01], [1.0], [5.0], [0.3], [2.0], [80.0]])
        q, scale, zero = quantize_int8(w, per_channel)
        check(np.all(np.abs(dequantize_int8(q, scale, zero) - w) <= scale / 2 + 1e-12), "error at most scale / 2")


def test_affine():
    """Affine uses all codes of a one-sided range."""
    q, scale, zero = quantize_int8(np.array([[0.0, 51.0, 255.0]]), symmetric=False)
    equal(q, [[-128, -77, 127]])
    close(scale, [[1.0]])
    equal(zero, [[-128]])


def test_affine_error():
    """Affine: the error is at most one scale, which is half as wide for one-sided data."""
    w = np.abs(_w(2))
    q, scale, zero = quantize_int8(w, True, False)
    check(np.all(np.abs(dequantize_int8(q, scale, zero) - w) <= scale + 1e-12), "error at most one scale")
    check(np.all(scale < 0.51 * quantize_int8(w, True, True)[1]), "finer than symmetric", scale[:2])


def test_affine_includes_zero():
    """Affine: a range far from 0 still includes 0."""
    q, scale, zero = quantize_int8(np.array([[10.0, 11.0]]), symmetric=False)
    close(scale, [[11 / 255]])
    close(dequantize_int8(q, scale, zero), [[10.0, 11.0]], atol=0.05)


def test_zero_exact():
    """0.0 comes back as exactly 0.0."""
    w = _w(3)
    w[:, 7] = 0.0
    for per_channel in (False, True):
        for symmetric in (False, True):
            got = dequantize_int8(*quantize_int8(w, per_channel, symmetric))
            equal(got[:, 7], np.zeros(6))


def test_all_zero():
    """A channel of zeros has scale 1, no warning."""
    w = np.array([[0.0, 0.0], [1.0, -1.0]])
    for symmetric in (False, True):
        q, scale, zero = quiet(quantize_int8, w, True, symmetric)
        close(scale[0], [1.0])
        equal(dequantize_int8(q, scale, zero)[0], [0.0, 0.0])


def test_no_wrap():
    """The largest value does not wrap around to a negative code."""
    for symmetric in (False, True):
        q, _, _ = quantize_int8(np.array([[-1.0, 0.3, 3.0]]), False, symmetric)
        equal(int(q[0, 2]), 127)
        check(q[0, 0] < 0, "negative stays negative", q)


def test_outlier():
    """Per channel, an outlier does not spoil the other rows."""
    w = _w(4)
    w[0, 0] = 1000.0
    one = np.abs(dequantize_int8(*quantize_int8(w)) - w)[1:].max()
    each = np.abs(dequantize_int8(*quantize_int8(w, True)) - w)[1:].max()
    check(each < one / 50, "rows without the outlier must stay precise", each)


def test_bad_input():
    """NaN and infinity are refused; the weights are kept."""
    raises(ValueError, quantize_int8, np.array([[np.nan, 1.0]]))
    raises(ValueError, quantize_int8, np.array([[np.inf, 1.0]]))
    keeps(quantize_int8, _w(5))
