import numpy as np

def lasso_cd(X, y, alpha, tol=1e-10, max_sweeps=10000, start=None):
    """Weights minimizing ||y - Xw||^2 / (2n) + alpha * ||w||_1, by cyclic coordinate descent."""
    raise NotImplementedError
