import numpy as np

def softmax_regression_gd(X, y, k, l2, lr, steps):
    """Weights (d, k) after gradient descent from zero, and the objective before and after each step."""
    raise NotImplementedError
