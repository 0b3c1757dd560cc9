"""Tests of logsumexp."""

import numpy as np
from judge import close, quiet
from solution import logsumexp


def test_known():
    """The logs of 1, 2 and 5 add up to the log of 8."""
    close(logsumexp(np.log([1.0, 2.0, 5.0])), np.log(8.0))


def test_large():
    """Two entries of 1000 give 1000 + log 2."""
    close(quiet(logsumexp, np.array([1000.0, 1000.0])), 1000.0 + np.log(2.0))


def test_small():
    """Two entries of -1000 give -1000 + log 2."""
    close(quiet(logsumexp, np.array([-1000.0, -1000.0])), -1000.0 + np.log(2.0))


def test_spread():
    """A spread of two thousand is decided by the largest entry."""
    close(quiet(logsumexp, np.array([1000.0, -1000.0])), 1000.0)


def test_minus_infinity_only():
    """Only minus infinity gives minus infinity, not NaN."""
    close(quiet(logsumexp, np.array([-np.inf, -np.inf])), -np.inf)


def test_plus_infinity():
    """Plus infinity anywhere gives plus infinity."""
    close(logsumexp(np.array([0.0, np.inf])), np.inf)


def test_nan():
    """NaN is not hidden."""
    close(logsumexp(np.array([0.0, np.nan])), np.nan)


def test_empty():
    """An empty sum gives minus infinity."""
    close(logsumexp(np.array([])), -np.inf)
    close(logsumexp(np.zeros((2, 0)), axis=1), [-np.inf, -np.inf])


def test_axis():
    """Along an axis each slice has its own maximum."""
    x = np.array([[0.0, 0.0], [-2000.0, -2000.0]])
    close(quiet(logsumexp, x, axis=1), [np.log(2.0), -2000.0 + np.log(2.0)])
    close(logsumexp(x, axis=0), [0.0, 0.0])


def test_keepdims():
    """Keepdims leaves an axis of length one."""
    x = np.zeros((2, 3))
    close(logsumexp(x, axis=1, keepdims=True), [[np.log(3.0)], [np.log(3.0)]])
    close(logsumexp(x, keepdims=True), [[np.log(6.0)]])


def test_properties():
    """Random input: lies between max and max + log n, and moves with a shift."""
    x = np.random.default_rng(3).normal(scale=40, size=(6, 9))
    got = logsumexp(x, axis=1)
    close(got >= x.max(axis=1), [True] * 6)
    close(got <= x.max(axis=1) + np.log(9.0) + 1e-12, [True] * 6)
    close(logsumexp(x - 700.0, axis=1), got - 700.0, rtol=1e-9)
