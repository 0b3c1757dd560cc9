import numpy as np

def als(R, mask, V, lam, sweeps):
    """Factors U (n, k) and V (m, k), and the objective after each sweep."""
    raise NotImplementedError
