"""Tests of sgd-momentum."""

import numpy as np
from judge import check, close, equal, keeps, raises
from solution import sgd_momentum


def test_no_steps():
    """No steps give only the start."""
    equal(sgd_momentum(lambda x: x, np.array([1.0, 2.0]), 0.1, steps=0), [[1.0, 2.0]])


def test_plain():
    """mu = 0 is plain gradient descent: on x^2/2 it multiplies by 1 - lr."""
    close(sgd_momentum(lambda x: x, np.array([1.0]), 0.5, mu=0.0, steps=3), [[1.0], [0.5], [0.25], [0.125]])


def test_heavy_ball():
    """Two steps of heavy ball by hand."""
    close(sgd_momentum(lambda x: x, np.array([1.0]), 0.5, mu=0.5, steps=2), [[1.0], [0.5], [0.0]])


def test_nesterov():
    """Two steps of Nesterov by hand: the gradient is taken at the look-ahead point."""
    close(sgd_momentum(lambda x: x, np.array([1.0]), 0.5, mu=0.5, nesterov=True, steps=2), [[1.0], [0.5], [0.125]])


def test_closed_form():
    """On a quadratic the path follows its linear recursion."""
    L, lr, mu = 3.0, 0.2, 0.8
    path = sgd_momentum(lambda x: L * x, np.array([2.0]), lr, mu=mu, steps=40)[:, 0]
    close(path[2:], (1 + mu - lr * L) * path[1:-1] - mu * path[:-2], atol=1e-10)


def test_converges_below_limit():
    """Just below lr = 2(1+mu)/L it converges."""
    path = sgd_momentum(lambda x: 2.0 * x, np.array([1.0]), 0.95 * (1 + 0.5), mu=0.5, steps=400)
    check(abs(path[-1, 0]) < 1e-6, "must converge", path[-1])


def test_diverges_above_limit():
    """Just above that limit it diverges."""
    path = sgd_momentum(lambda x: 2.0 * x, np.array([1.0]), 1.05 * (1 + 0.5), mu=0.5, steps=400)
    check(abs(path[-1, 0]) > 1e3, "must diverge", path[-1])


def test_constant_gradient():
    """Under a constant gradient the step grows to lr/(1-mu)."""
    path = sgd_momentum(lambda x: np.ones(1), np.array([0.0]), 0.1, mu=0.9, steps=300)
    close(path[-2] - path[-1], [1.0], rtol=1e-6)


def test_calls():
    """The gradient is asked exactly once a step."""
    seen = []
    sgd_momentum(lambda x: seen.append(1) or x, np.array([1.0]), 0.1, nesterov=True, steps=7)
    equal(len(seen), 7)


def test_path_is_a_record():
    """Earlier points of the path stay as they were."""
    path = sgd_momentum(lambda x: x, np.array([1.0, -1.0]), 0.1, steps=5)
    equal(path.shape, (6, 2))
    equal(path[0], [1.0, -1.0])
    equal(len({float(p) for p in path[:, 0]}), 6)


def test_start_kept():
    """The start is not changed."""
    keeps(sgd_momentum, lambda x: x, np.array([1.0]), 0.1)


def test_bad_mu():
    """mu outside [0, 1) is refused."""
    raises(ValueError, sgd_momentum, lambda x: x, np.array([1.0]), 0.1, 1.0)
    raises(ValueError, sgd_momentum, lambda x: x, np.array([1.0]), 0.1, -0.1)
