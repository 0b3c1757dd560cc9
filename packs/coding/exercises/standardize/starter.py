import numpy as np

def standardize(X_train, X_test):
    """Both arrays scaled by the training columns' mean and deviation; NaN stays."""
    raise NotImplementedError
