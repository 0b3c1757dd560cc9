import numpy as np

def silhouette(X, labels):
    """Mean silhouette of all points; singletons count 0."""
    raise NotImplementedError
