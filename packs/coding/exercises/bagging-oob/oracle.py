"""Comparisons of bagging-oob with an independent implementation."""

import numpy as np
from judge import check
from scipy.stats import binomtest
from solution import bagging_oob


def test_binomial():
    """How often a given row is out of the bag fits the binomial law with (1 - 1/n)^n."""
    out = []

    def spy(rows, labels, asked):
        out.append(bool((asked == 7.0).any()))
        return np.zeros(len(asked))

    bagging_oob(np.arange(10.0)[:, None], np.zeros(10), np.zeros((0, 1)), spy, 400, np.random.default_rng(18))
    p = binomtest(sum(out), 400, (1 - 1 / 10) ** 10).pvalue
    check(p > 0.001, "row 7 is out as often as it should be", p)
