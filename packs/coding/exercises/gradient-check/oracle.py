"""Comparisons of gradient-check with an independent implementation."""

import math

from judge import check
from scipy.optimize import check_grad
from solution import gradient_check


def test_scipy():
    """A gradient that scipy.optimize.check_grad accepts passes here too."""
    f = lambda x: math.sin(x[0]) * math.exp(x[1])
    g = lambda x: [math.cos(x[0]) * math.exp(x[1]), math.sin(x[0]) * math.exp(x[1])]
    check(check_grad(f, lambda x: g(x), [0.3, 0.7]) < 1e-6, "scipy accepts it")
    got = gradient_check(f, g, [0.3, 0.7])
    check(max(got) < 1e-7, "errors must be tiny", got)
