import numpy as np

def single_linkage(X):
    """Merges (a, b, height, size) in order, cluster n + i made by merge i."""
    raise NotImplementedError
