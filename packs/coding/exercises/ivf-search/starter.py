import numpy as np

def ivf_search(X, centroids, queries, nprobe, k):
    """Indices of up to k near rows for each query, looking into nprobe lists."""
    raise NotImplementedError
