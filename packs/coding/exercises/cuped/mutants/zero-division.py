"""Divides by the spread of a constant covariate."""

import math


def _mean(values):
    return sum(values) / len(values)


def _variance(values):
    centre = _mean(values)
    return sum((v - centre) ** 2 for v in values) / (len(values) - 1)


def cuped(y, x, treated):
    """Effect and standard error of the outcome adjusted by the covariate from before."""
    if not len(y) == len(x) == len(treated) or not set(treated) <= {0, 1}:
        raise ValueError("equal lengths, treated 0 or 1")
    if min(sum(treated), len(treated) - sum(treated)) < 2:
        raise ValueError("at least two users in each group")
    x_mean, y_mean = _mean(x), _mean(y)
    spread = sum((a - x_mean) ** 2 for a in x)
    shared = sum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
    theta = shared / spread
    adjusted = [b - theta * (a - x_mean) for a, b in zip(x, y)]
    one = [v for v, t in zip(adjusted, treated) if t]
    zero = [v for v, t in zip(adjusted, treated) if not t]
    error = math.sqrt(_variance(one) / len(one) + _variance(zero) / len(zero))
    return _mean(one) - _mean(zero), error
