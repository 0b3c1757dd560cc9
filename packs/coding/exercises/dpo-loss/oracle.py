"""Comparisons of dpo-loss with an independent implementation."""

import numpy as np
from judge import close
from scipy.special import log_expit
from solution import dpo_loss


def test_log_expit():
    """Agrees with -log_expit of the margin."""
    c, r, rc, rr = np.random.default_rng(5).normal(scale=200, size=(4, 100))
    close(dpo_loss(c, r, rc, rr, 0.3)[0], -log_expit(0.3 * ((c - rc) - (r - rr))).mean(), rtol=1e-10)
