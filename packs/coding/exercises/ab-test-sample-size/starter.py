import math
from statistics import NormalDist

def ab_sample_size(p0, mde, alpha=0.05, power=0.8):
    """Users for each group to detect an absolute change `mde` of the rate `p0`, two-sided."""
    raise NotImplementedError
