"""Does not divide the gradient by n."""

import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    """Mean DPO loss and its gradients by the policy's log-probabilities."""
    parts = [np.asarray(part, dtype=float) for part in (chosen, rejected, ref_chosen, ref_rejected)]
    if beta <= 0 or not parts[0].size or len({part.shape for part in parts}) != 1:
        raise ValueError("beta must be positive, the arrays of one shape and not empty")
    chosen, rejected, ref_chosen, ref_rejected = parts
    margin = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    e = np.exp(-np.abs(margin))
    wrong = np.where(margin >= 0, e, 1.0) / (1 + e)
    slope = -beta * wrong
    return np.logaddexp(0, -margin).mean(), slope, -slope
