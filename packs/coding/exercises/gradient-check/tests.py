"""Tests of gradient-check."""

import math
import random

from judge import check, close, equal, keeps, raises
from solution import gradient_check


def test_right():
    """A right gradient has tiny errors."""
    got = gradient_check(lambda x: x[0] ** 2 + 3 * x[1], lambda x: [2 * x[0], 3.0], [1.5, -2.0])
    check(all(e < 1e-8 for e in got), "errors must be tiny", got)
    equal(len(got), 2)


def test_wrong():
    """A gradient twice too large has error one half."""
    close(gradient_check(lambda x: x[0] ** 2, lambda x: [4 * x[0]], [1.0]), [0.5], rtol=1e-6)


def test_wrong_sign():
    """A flipped sign has error 2."""
    close(gradient_check(lambda x: x[0] ** 2, lambda x: [-2 * x[0]], [1.0]), [2.0], rtol=1e-6)


def test_only_the_wrong_coordinate():
    """Only the wrong coordinate is reported."""
    got = gradient_check(lambda x: x[0] * x[1] * x[2], lambda x: [x[1] * x[2], x[0] * x[1], x[0] * x[1]], [1.0, 2.0, 3.0])
    check(got[0] < 1e-7 and got[2] < 1e-7, "coordinates 0 and 2 are right", got)
    close(got[1], 1 / 3, rtol=1e-6)


def test_scale():
    """The error is relative: a large function does not hide or raise it."""
    close(gradient_check(lambda x: 1e6 * x[0], lambda x: [1.1e6], [0.5]), [1 / 11], rtol=1e-5)
    close(gradient_check(lambda x: 1e-4 * x[0], lambda x: [1.1e-4], [0.5]), [1 / 11], rtol=1e-5)


def test_curvature():
    """Central differences: a strongly curved function passes at 1e-6."""
    got = gradient_check(lambda x: math.exp(3 * x[0]), lambda x: [3 * math.exp(3 * x[0])], [1.0])
    check(got[0] < 1e-6, "error must be below 1e-6", got)


def test_kink():
    """A ReLU at 0 is reported, even when the gradient claims the average slope."""
    equal(gradient_check(lambda x: max(x[0], 0.0), lambda x: [0.5], [0.0]), [math.inf])
    equal(gradient_check(lambda x: abs(x[0]), lambda x: [0.0], [0.0]), [math.inf])


def test_flat():
    """A flat function with gradient 0 has error 0, not NaN."""
    equal(gradient_check(lambda x: 7.0, lambda x: [0.0, 0.0], [1.0, 2.0]), [0.0, 0.0])


def test_length():
    """A gradient of another length is refused."""
    raises(ValueError, gradient_check, lambda x: x[0], lambda x: [1.0, 1.0], [1.0])


def test_untouched():
    """The point is not changed."""
    keeps(gradient_check, lambda x: x[0] ** 2, lambda x: [2 * x[0]], [1.0])


def test_random():
    """Random quadratics: right gradients pass, one planted mistake is found."""
    rng = random.Random(4)
    for _ in range(5):
        a = [rng.uniform(1, 3) for _ in range(6)]
        x = [rng.uniform(1, 2) for _ in range(6)]
        bad = rng.randrange(6)
        got = gradient_check(
            lambda p: sum(c * v * v for c, v in zip(a, p)),
            lambda p: [2 * c * v + (0.5 if i == bad else 0) for i, (c, v) in enumerate(zip(a, p))],
            x,
        )
        check([i for i, e in enumerate(got) if e > 1e-6] == [bad], f"only coordinate {bad} is wrong", got)
