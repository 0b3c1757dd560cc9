import numpy as np

def bootstrap_ci(x, stat, resamples, rng, level=0.95, method="percentile"):
    """Percentile or basic bootstrap interval of a statistic."""
    raise NotImplementedError
