import math
from bisect import bisect_right

def drift(reference, current, bins=10):
    """Population stability index and Kolmogorov-Smirnov statistic."""
    raise NotImplementedError
