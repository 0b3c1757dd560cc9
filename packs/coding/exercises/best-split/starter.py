import math
from collections import Counter

def best_split(x, y, criterion="gini"):
    """Threshold with the largest gain in purity and that gain; None for a constant feature."""
    raise NotImplementedError
