import numpy as np

def bagging_oob(X, y, new, fit_predict, bags, rng):
    """Mean predictions for `new`, out-of-bag predictions of each row, and their mean squared error."""
    raise NotImplementedError
