"""Tests of cuped."""

import math
import random

from judge import check, close, keeps, raises
from solution import cuped


def _experiment(seed, n=400, effect=0.5, rho=0.8):
    rng = random.Random(seed)
    x = [rng.gauss(10, 2) for _ in range(n)]
    t = [i % 2 for i in range(n)]
    y = [rho * (a - 10) + rng.gauss(0, 2 * math.sqrt(1 - rho * rho)) + effect * d + 50 for a, d in zip(x, t)]
    return y, x, t


def _plain(y, t):
    one, zero = [v for v, d in zip(y, t) if d], [v for v, d in zip(y, t) if not d]
    var = lambda v: sum((u - sum(v) / len(v)) ** 2 for u in v) / (len(v) - 1)
    return sum(one) / len(one) - sum(zero) / len(zero), math.sqrt(var(one) / len(one) + var(zero) / len(zero))


def test_by_hand():
    """Four users by hand: theta is 1."""
    effect, error = cuped([1.0, 3.0, 2.0, 4.0], [0.0, 2.0, 1.0, 3.0], [0, 0, 1, 1])
    close(effect, 0.0)
    close(error, 0.0)


def test_constant_covariate():
    """A constant covariate changes nothing."""
    y, _, t = _experiment(1)
    close(cuped(y, [7.0] * len(y), t), _plain(y, t))


def test_useless_covariate():
    """An unrelated covariate changes almost nothing."""
    y, _, t = _experiment(2)
    rng = random.Random(3)
    close(cuped(y, [rng.gauss(0, 1) for _ in y], t)[1], _plain(y, t)[1], rtol=0.03)


def test_variance_reduction():
    """The variance falls to about 1 - rho^2."""
    y, x, t = _experiment(4, n=2000)
    close((cuped(y, x, t)[1] / _plain(y, t)[1]) ** 2, 1 - 0.64, atol=0.06)


def test_effect_kept():
    """The effect stays right on average."""
    effects = [cuped(*_experiment(seed))[0] for seed in range(60)]
    close(sum(effects) / 60, 0.5, atol=0.06)


def test_overall_theta():
    """One theta over both groups."""
    y, x, t = [0.0, 1.0, 5.0, 8.0], [0.0, 1.0, 0.0, 1.0], [0, 0, 1, 1]
    effect, error = cuped(y, x, t)
    close(effect, 6.0)
    close(error, math.sqrt(0.5))


def test_scale_of_covariate():
    """Scaling or moving the covariate changes nothing."""
    y, x, t = _experiment(5)
    close(cuped(y, [1000 * a - 3 for a in x], t), cuped(y, x, t), rtol=1e-6)


def test_unequal_groups():
    """Groups of different size have their own variances."""
    y, x, t = _experiment(6, n=90)
    t = [1 if i < 20 else 0 for i in range(90)]
    theta_free = cuped(y, [0.0] * 90, t)
    close(theta_free, _plain(y, t))


def test_imbalance_corrected():
    """A treatment group that was better before is corrected."""
    x = [0.0, 1.0, 2.0, 3.0, 10.0, 11.0, 12.0, 13.0]
    y = [2 * a for a in x]
    effect, _ = cuped(y, x, [0, 0, 0, 0, 1, 1, 1, 1])
    close(effect, 0.0, atol=1e-9)


def test_bad_input():
    """Lengths, values and tiny groups are refused; data are kept."""
    raises(ValueError, cuped, [1.0, 2.0], [1.0], [0, 1])
    raises(ValueError, cuped, [1.0] * 4, [1.0] * 4, [0, 1, 2, 1])
    raises(ValueError, cuped, [1.0] * 3, [1.0] * 3, [0, 0, 1])
    y, x, t = _experiment(7, n=20)
    keeps(cuped, y, x, t)
    check(cuped(y, x, t)[1] > 0, "the error is positive")
