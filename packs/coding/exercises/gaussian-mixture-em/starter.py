import numpy as np

def gmm_em(X, means, n_iter, reg=1e-6):
    """Weights, means, diagonal variances and the log-likelihood before each update."""
    raise NotImplementedError
