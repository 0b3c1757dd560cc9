"""Tests of speculative-sampling."""

import random
from collections import Counter

from judge import check, close, equal, keeps, raises
from solution import speculative_sample


def _draws(p, q, n, seed):
    rng = random.Random(seed)
    return [speculative_sample(p, q, rng) for _ in range(n)]


def _chi_square(tokens, p):
    counts = Counter(tokens)
    return sum((counts[i] - len(tokens) * x) ** 2 / (len(tokens) * x) for i, x in enumerate(p) if x)


def test_equal():
    """p = q always accepts."""
    equal({ok for _, ok in _draws([0.2, 0.3, 0.5], [0.2, 0.3, 0.5], 200, 1)}, {True})


def test_disjoint():
    """Disjoint supports never accept and follow p."""
    got = _draws([0.0, 0.0, 1.0], [0.5, 0.5, 0.0], 100, 2)
    equal(set(got), {(2, False)})


def test_law():
    """The tokens follow p (chi-square)."""
    p = [0.5, 0.3, 0.15, 0.05]
    tokens = [t for t, _ in _draws(p, [0.1, 0.2, 0.3, 0.4], 1500, 3)]
    check(_chi_square(tokens, p) < 21.1, "must follow p", sorted(Counter(tokens).items()))


def test_acceptance_rate():
    """The share accepted is the sum of min(p, q)."""
    got = _draws([0.5, 0.3, 0.2], [0.2, 0.2, 0.6], 1500, 4)
    close(sum(ok for _, ok in got) / 1500, 0.6, atol=0.05)


def test_residual():
    """A rejected draft is replaced by a token with p above q only."""
    got = _draws([0.6, 0.3, 0.1], [0.2, 0.3, 0.5], 1000, 5)
    equal({t for t, ok in got if not ok}, {0})


def test_draft_kept():
    """Where q is below p the draft is always accepted."""
    got = _draws([0.9, 0.1], [0.4, 0.6], 1000, 6)
    equal([ok for t, ok in got if t == 1], [True] * sum(t == 1 for t, _ in got))


def test_impossible():
    """Tokens with p = 0 are never returned."""
    check(all(t != 1 for t, _ in _draws([0.7, 0.0, 0.3], [0.1, 0.8, 0.1], 800, 7)), "token 1 is impossible")


def test_one_token():
    """One token."""
    equal(speculative_sample([1.0], [1.0], random.Random(0)), (0, True))


def test_reproducible():
    """The generator decides everything."""
    p, q = [0.5, 0.5], [0.9, 0.1]
    equal(_draws(p, q, 50, 8), _draws(p, q, 50, 8))
    check(_draws(p, q, 50, 8) != _draws(p, q, 50, 9), "another seed, other tokens")
    keeps(speculative_sample, p, q, random.Random(0))


def test_bad_input():
    """Lengths and sums are checked."""
    raises(ValueError, speculative_sample, [0.5, 0.5], [1.0], random.Random(0))
    raises(ValueError, speculative_sample, [0.5, 0.2], [0.5, 0.5], random.Random(0))
    raises(ValueError, speculative_sample, [], [], random.Random(0))
