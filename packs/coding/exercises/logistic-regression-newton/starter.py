import numpy as np

def logistic_regression_newton(X, y, l2, max_steps=50, start=None):
    """Weights of L2-penalized logistic regression, by Newton steps that are halved when they overshoot."""
    raise NotImplementedError
