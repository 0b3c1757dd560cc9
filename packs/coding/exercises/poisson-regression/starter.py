import numpy as np

def poisson_regression_irls(X, y, offset=None, max_steps=50):
    """Weights of a log-linear model of counts, and the Pearson dispersion."""
    raise NotImplementedError
