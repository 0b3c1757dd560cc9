import numpy as np

def rope(x, positions, base=10000.0):
    """Rotate neighbouring pairs of the last axis by position-dependent angles."""
    raise NotImplementedError
