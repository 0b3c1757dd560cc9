import numpy as np

def kmeans_pp_init(X, k, rng):
    """Indices of k rows drawn by k-means++ with the generator `rng`."""
    raise NotImplementedError
