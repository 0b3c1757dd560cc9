import numpy as np

def logsumexp(x, axis=None, keepdims=False):
    """Log of the sum of exponentials along `axis`; an empty sum gives minus infinity."""
    raise NotImplementedError
