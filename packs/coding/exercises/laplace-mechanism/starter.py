import math

def laplace_mechanism(value, sensitivity, epsilon, rng):
    """The value plus Laplace noise of scale sensitivity / epsilon."""
    raise NotImplementedError
