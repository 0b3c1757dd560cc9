"""Tests of beam-search."""

import itertools
import math
import random

from judge import check, close, equal, raises
from solution import beam_search

L = math.log


def _table(rows, default):
    return lambda prefix: [L(p) if p else -math.inf for p in rows.get(tuple(prefix), default)]


def _random_model(seed, v=3):
    def step(prefix):
        rng = random.Random(f"{seed}{tuple(prefix)}")
        values = [rng.random() + 0.05 for _ in range(v)]
        return [L(x / sum(values)) for x in values]

    return step


def test_greedy():
    """Width 1 takes the best token each time."""
    step = _table({(): [0.1, 0.5, 0.4], (1,): [0.4, 0.3, 0.3], (2,): [1.0, 0.0, 0.0]}, [1, 0, 0])
    tokens, score = beam_search(step, 1, 0, 5)
    equal(tokens, (1, 0))
    close(score, L(0.2))


def test_wider_finds_better():
    """Width 2 finds what greedy misses."""
    step = _table({(): [0.1, 0.5, 0.4], (1,): [0.4, 0.3, 0.3], (2,): [1.0, 0.0, 0.0]}, [1, 0, 0])
    tokens, score = beam_search(step, 2, 0, 5)
    equal(tokens, (2, 0))
    close(score, L(0.4))


def test_eos_first():
    """The end token may come first."""
    tokens, score = beam_search(_table({}, [0.9, 0.1]), 1, 0, 3)
    equal(tokens, (0,))
    close(score, L(0.9))


def test_max_length():
    """What is open at max_length counts."""
    tokens, score = beam_search(_table({}, [0.1, 0.9]), 1, 0, 3)
    equal(tokens, (1, 1, 1))
    close(score, 3 * L(0.9))


def test_length_penalty():
    """The penalty turns the choice from the short to the long sequence."""
    step = _table({(): [0.5, 0.5], (1,): [0.1, 0.9], (1, 1): [0.9, 0.1]}, [1.0, 0.0])
    equal(beam_search(step, 3, 0, 5)[0], (0,))
    tokens, score = beam_search(step, 3, 0, 5, 1.0)
    equal(tokens, (1, 1, 0))
    close(score, L(0.5 * 0.9 * 0.9) / 3)


def test_penalty_does_not_prune():
    """The penalty only ranks finished sequences: pruning goes by log-probability."""
    step = _table({(): [0.6, 0.4], (1,): [0.5, 0.5]}, [1.0, 0.0])
    equal(beam_search(step, 1, 0, 4, 2.0)[0], (0,))


def test_impossible_tokens():
    """Impossible tokens are not extended."""
    seen = []

    def step(prefix):
        seen.append(tuple(prefix))
        return [-math.inf, 0.0] if len(prefix) < 2 else [0.0, -math.inf]

    equal(beam_search(step, 4, 0, 6)[0], (1, 1, 0))
    equal(seen, [(), (1,), (1, 1)])


def test_finished_not_extended():
    """A finished sequence is never asked for its next token."""
    seen = []

    def step(prefix):
        seen.append(tuple(prefix))
        return [L(0.5), L(0.5)]

    beam_search(step, 8, 0, 3)
    check(all(0 not in prefix for prefix in seen), "no prefix may hold the end token", seen)


def test_places_not_refilled():
    """Finished sequences use up places of their round."""
    step = _table({(): [0.5, 0.3, 0.2], (1,): [0.5, 0.5, 0.0], (2,): [0.0, 1.0, 0.0]}, [1, 0, 0])
    seen = []
    beam_search(lambda p: seen.append(tuple(p)) or step(p), 2, 0, 3)
    equal(seen[:2], [(), (1,)])


def test_ties():
    """Ties take the smaller tuple."""
    equal(beam_search(_table({}, [0.0, 0.5, 0.5]), 1, 0, 2)[0], (1, 1))


def test_exhaustive():
    """A width of V^L finds the best of all sequences."""
    for seed in range(6):
        step = _random_model(seed)
        best = -math.inf
        for n in range(1, 5):
            for seq in itertools.product(range(3), repeat=n):
                if 0 in seq[:-1] or (seq[-1] != 0 and n < 4):
                    continue
                best = max(best, sum(step(seq[:i])[t] for i, t in enumerate(seq)) / n**0.7)
        close(beam_search(step, 81, 0, 4, 0.7)[1], best)


def test_bad_input():
    """Width or length below 1 is refused."""
    raises(ValueError, beam_search, lambda p: [0.0], 0, 0, 3)
    raises(ValueError, beam_search, lambda p: [0.0], 1, 0, 0)
