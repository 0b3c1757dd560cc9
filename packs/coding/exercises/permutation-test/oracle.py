"""Comparisons of permutation-test with an independent implementation."""

import random

import numpy as np
from judge import close
from scipy.stats import permutation_test as scipy_test
from solution import permutation_test


def test_scipy():
    """Agrees with scipy's exact permutation test within the noise."""
    a, b = [1.1, 3.9, 2.7, 5.0, 4.2], [3.3, 6.1, 5.9, 7.4]
    want = scipy_test((a, b), lambda x, y: np.mean(x) - np.mean(y), n_resamples=np.inf).pvalue
    close(permutation_test(a, b, 6000, random.Random(10))[1], want, atol=0.02)
