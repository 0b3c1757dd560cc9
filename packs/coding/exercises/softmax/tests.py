"""Tests of softmax."""

import numpy as np
from judge import check, close, equal, keeps, quiet
from solution import softmax


def test_known():
    """Logits 0 and log 3 give a quarter and three quarters."""
    close(softmax([0.0, np.log(3.0)]), [0.25, 0.75])


def test_large_positive():
    """Logits of a thousand stay finite, without a warning."""
    close(quiet(softmax, np.array([1000.0, 1000.0, 999.0])), [0.42231879825, 0.42231879825, 0.15536240349], rtol=1e-8)


def test_large_negative():
    """Logits of minus a thousand stay finite."""
    close(quiet(softmax, np.array([-1000.0, -1001.0])), [0.73105857863, 0.26894142137], rtol=1e-8)


def test_each_row_has_its_own_shift():
    """Rows on very different scales do not disturb each other."""
    close(quiet(softmax, np.array([[2000.0, 2000.0], [-2000.0, -2000.0]])), [[0.5, 0.5], [0.5, 0.5]])


def test_mask():
    """A masked entry gets exactly zero."""
    close(softmax(np.array([[0.0, -np.inf, 0.0]])), [[0.5, 0.0, 0.5]])


def test_all_masked():
    """A fully masked row gives zeros and leaves the others alone."""
    close(quiet(softmax, np.array([[-np.inf, -np.inf], [1.0, 1.0]])), [[0.0, 0.0], [0.5, 0.5]])


def test_axis():
    """The axis is respected: columns sum to one for axis 0."""
    x = np.arange(6.0).reshape(2, 3) ** 2
    close(softmax(x, axis=0).sum(axis=0), [1.0, 1.0, 1.0])
    close(softmax(x, axis=0), softmax(x.T, axis=-1).T)


def test_integers():
    """Integer logits work and give floating point."""
    got = softmax(np.array([1, 1, 1, 1]))
    close(got, [0.25, 0.25, 0.25, 0.25])


def test_untouched():
    """The caller's array is not changed."""
    keeps(softmax, np.array([[1.0, 2.0], [3.0, -np.inf]]))


def test_properties():
    """Random tensors: sums are one, order is kept, a shift changes nothing."""
    x = np.random.default_rng(5).normal(scale=30, size=(4, 3, 7))
    got = softmax(x)
    close(got.sum(axis=-1), np.ones((4, 3)))
    equal(got.argmax(axis=-1), x.argmax(axis=-1))
    check(np.all(got >= 0), "no probability is negative", got.min())
    close(softmax(x + 123.0), got, rtol=1e-9)
