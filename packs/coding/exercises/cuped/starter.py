import math

def cuped(y, x, treated):
    """Effect and standard error of the outcome adjusted by the covariate from before."""
    raise NotImplementedError
