import numpy as np

def dbscan(X, eps, min_samples):
    """Label of each row, -1 for noise; clusters are numbered in order of discovery."""
    raise NotImplementedError
