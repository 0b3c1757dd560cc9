import numpy as np

def attention(Q, K, V, mask=None):
    """Softmax(Q K^T / sqrt(d)) V; mask True means may attend, a fully masked query gives zeros."""
    raise NotImplementedError
