import numpy as np

def value_iteration(P, R, gamma, tol=1e-10):
    """Optimal values (within tol) and the best action of each state."""
    raise NotImplementedError
