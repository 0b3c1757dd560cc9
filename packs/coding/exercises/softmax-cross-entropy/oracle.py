"""Comparisons of softmax-cross-entropy with an independent implementation."""

import numpy as np
from judge import close
from scipy.optimize import approx_fprime
from scipy.special import softmax
from sklearn.metrics import log_loss
from solution import softmax_cross_entropy


def test_log_loss():
    """The loss agrees with sklearn.metrics.log_loss."""
    rng = np.random.default_rng(1)
    logits, y = rng.normal(size=(50, 5)), rng.integers(0, 5, 50)
    close(softmax_cross_entropy(logits, y)[0], log_loss(y, softmax(logits, axis=1), labels=range(5)), rtol=1e-9)


def test_fprime():
    """The gradient agrees with scipy.optimize.approx_fprime."""
    rng = np.random.default_rng(2)
    logits, y = rng.normal(size=(4, 3)), rng.integers(0, 3, 4)
    numeric = approx_fprime(logits.ravel(), lambda v: softmax_cross_entropy(v.reshape(4, 3), y)[0], 1e-7)
    close(softmax_cross_entropy(logits, y)[1], numeric.reshape(4, 3), rtol=1e-4, atol=1e-6)
