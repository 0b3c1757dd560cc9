import numpy as np

def grouped_query_attention(Q, K, V):
    """Attention (heads, n, v) where consecutive query heads share a group of keys and values."""
    raise NotImplementedError
