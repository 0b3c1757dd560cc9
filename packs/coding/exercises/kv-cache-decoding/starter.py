import numpy as np

def decode_step(cache, q, k, v):
    """Attention output of the newest token and the cache extended by it; the given cache is kept."""
    raise NotImplementedError
