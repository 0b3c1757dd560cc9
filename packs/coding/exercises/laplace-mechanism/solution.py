import math


def laplace_mechanism(value, sensitivity, epsilon, rng):
    """The value plus Laplace noise of scale sensitivity / epsilon."""
    if not all(map(math.isfinite, (value, sensitivity, epsilon))) or epsilon <= 0 or sensitivity < 0:
        raise ValueError("epsilon must be positive, sensitivity not negative, all finite")
    size = -math.log(1 - rng.random()) * sensitivity / epsilon
    return value + (size if rng.random() < 0.5 else -size)
