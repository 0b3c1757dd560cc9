"""Tests of top-k-top-p-filter."""

import math
import random

from judge import check, close, equal, keeps, raises
from solution import filtered_probabilities as probs

LOGS = [math.log(x) for x in (0.1, 0.4, 0.2, 0.3)]


def test_plain():
    """No filter is softmax."""
    close(probs(LOGS), [0.1, 0.4, 0.2, 0.3])


def test_top_k():
    """The k largest are kept and renormalized."""
    close(probs(LOGS, k=2), [0.0, 4 / 7, 0.0, 3 / 7])


def test_top_p():
    """The token that crosses p is kept."""
    close(probs(LOGS, p=0.5), [0.0, 4 / 7, 0.0, 3 / 7])
    close(probs(LOGS, p=0.39), [0.0, 1.0, 0.0, 0.0])


def test_at_least_p():
    """A set that reaches p exactly is enough."""
    close(probs([0.0, 0.0, 0.0, 0.0], p=0.5), [0.5, 0.5, 0.0, 0.0])


def test_keeps_one():
    """p = 0 keeps the most probable token."""
    close(probs(LOGS, p=0.0), [0.0, 1.0, 0.0, 0.0])


def test_p_one_cuts_nothing():
    """p = 1 keeps even tokens that rounding would lose."""
    got = probs([0.0, -40.0, -41.0], p=1.0)
    check(got[1] > 0 and got[2] > 0, "all tokens are kept", got)


def test_temperature():
    """Temperature 2 takes roots; 0.5 squares."""
    roots = [math.sqrt(x) for x in (0.1, 0.4, 0.2, 0.3)]
    close(probs(LOGS, temperature=2.0), [r / sum(roots) for r in roots])
    close(probs(LOGS, temperature=0.5), [x / 0.3 for x in (0.01, 0.16, 0.04, 0.09)])


def test_temperature_before_p():
    """Temperature changes the nucleus."""
    close(probs(LOGS, p=0.5, temperature=0.5), [0.0, 1.0, 0.0, 0.0])


def test_k_before_p():
    """The nucleus is taken of what top-k left, renormalized."""
    close(probs(LOGS, k=2, p=0.55), [0.0, 1.0, 0.0, 0.0])


def test_ties():
    """Ties keep the lower index."""
    close(probs([1.0, 2.0, 2.0, 2.0], k=2), [0.0, 0.5, 0.5, 0.0])


def test_extreme():
    """Logits of a thousand and minus infinity."""
    close(probs([1000.0, 1000.0, -1000.0, -math.inf]), [0.5, 0.5, 0.0, 0.0])
    close(probs([-1000.0, -math.inf], k=5), [1.0, 0.0])


def test_bad_input():
    """Bad numbers, no logits and only minus infinity are refused."""
    for options in ({"temperature": 0.0}, {"k": -1}, {"p": 1.5}, {"p": -0.1}):
        raises(ValueError, probs, LOGS, **options)
    raises(ValueError, probs, [])
    raises(ValueError, probs, [-math.inf, -math.inf])


def test_random():
    """Random logits: sums to one, kept tokens are the largest, order is kept."""
    rng = random.Random(1)
    for _ in range(30):
        logits = [rng.gauss(0, 2) for _ in range(12)]
        k, p = rng.randrange(1, 13), rng.random()
        got = probs(logits, k, p)
        close(sum(got), 1.0)
        n = sum(g > 0 for g in got)
        equal([i for i, g in enumerate(got) if g > 0], sorted(sorted(range(12), key=lambda i: -logits[i])[:n]))
        check(1 <= n <= k, "between 1 and k tokens", n)
    keeps(probs, logits)
