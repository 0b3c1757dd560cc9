"""Comparisons of permutation-test with an independent implementation."""

import random

import numpy as np
from judge import close
from scipy.stats import permutation_test as scipy_test
from scipy.stats import t as student
from scipy.stats import ttest_ind
from solution import permutation_test, welch_t


def test_scipy():
    """Agrees with scipy's exact permutation test within the noise."""
    a, b = [1.1, 3.9, 2.7, 5.0, 4.2], [3.3, 6.1, 5.9, 7.4]
    want = scipy_test((a, b), lambda x, y: np.mean(x) - np.mean(y), n_resamples=np.inf).pvalue
    close(permutation_test(a, b, 6000, random.Random(10))[1], want, atol=0.02)


def test_welch():
    """Agrees with ttest_ind(equal_var=False): statistic, degrees of freedom and p-value."""
    rng = np.random.default_rng(12)
    for n, m, spread in ((5, 9, 3.0), (30, 4, 0.2), (2, 2, 1.0)):
        a, b = rng.normal(size=n).tolist(), (0.5 + spread * rng.normal(size=m)).tolist()
        want = ttest_ind(a, b, equal_var=False)
        got, degrees = welch_t(a, b)
        close((got, degrees), (want.statistic, want.df))
        close(2 * student.sf(abs(got), degrees), want.pvalue)
