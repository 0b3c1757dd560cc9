import numpy as np

def linear_regression(X, y):
    """Least-squares weights of minimum norm, shape (d,); no intercept is added."""
    raise NotImplementedError
