import numpy as np

def kmeans(X, init, max_iter=100):
    """Centres, labels and inertia after each assignment; an empty cluster takes the farthest point."""
    raise NotImplementedError
