import numpy as np

def adaboost(X, y, rounds):
    """Stumps (feature, threshold, sign, weight) and their weighted votes on X."""
    raise NotImplementedError
