"""Tests of reservoir-sampling."""

import random
from collections import Counter

from judge import check, equal, raises
from solution import reservoir_sample


def _chi_square(counts, n, draws, k):
    expected = draws * k / n
    return sum((counts[i] - expected) ** 2 / expected for i in range(n))


def test_short_stream():
    """A stream shorter than k comes back whole, in order."""
    equal(reservoir_sample(iter("abc"), 5, random.Random(1)), ["a", "b", "c"])
    equal(reservoir_sample(iter([]), 3, random.Random(1)), [])


def test_exact():
    """A stream of exactly k items comes back whole."""
    equal(reservoir_sample(iter(range(4)), 4, random.Random(1)), [0, 1, 2, 3])


def test_zero_and_negative():
    """k = 0 gives nothing, a negative k is refused."""
    equal(reservoir_sample(iter(range(4)), 0, random.Random(1)), [])
    raises(ValueError, reservoir_sample, iter(range(4)), -1, random.Random(1))


def test_size():
    """The sample has k different places of the stream."""
    for seed in range(20):
        got = reservoir_sample(iter(range(50)), 7, random.Random(seed))
        equal(len(set(got)), 7)
        check(all(0 <= x < 50 for x in got), "items come from the stream", got)


def test_duplicates():
    """Equal items are items of their own."""
    equal(reservoir_sample(iter([7] * 10), 3, random.Random(2)), [7, 7, 7])


def test_uniform():
    """Each of ten items is kept equally often (chi-square)."""
    rng, counts = random.Random(3), Counter()
    for _ in range(1000):
        counts.update(reservoir_sample(iter(range(10)), 3, rng))
    check(_chi_square(counts, 10, 1000, 3) < 24, "each item with probability 3/10", sorted(counts.items()))


def test_one_of_three():
    """k = 1 from three items: a third each."""
    rng, counts = random.Random(4), Counter()
    for _ in range(1000):
        counts.update(reservoir_sample(iter(range(3)), 1, rng))
    check(_chi_square(counts, 3, 1000, 1) < 18.4, "each item with probability 1/3", sorted(counts.items()))


def test_pairs():
    """Pairs are uniform too: k = 2 from four items."""
    rng, counts = random.Random(5), Counter()
    for _ in range(1000):
        counts[tuple(sorted(reservoir_sample(iter(range(4)), 2, rng)))] += 1
    equal(len(counts), 6)
    check(sum((c - 1000 / 6) ** 2 / (1000 / 6) for c in counts.values()) < 25.7, "all pairs alike", sorted(counts.items()))


def test_reproducible():
    """The same generator gives the same sample."""
    one = reservoir_sample(iter(range(100)), 5, random.Random(6))
    equal(reservoir_sample(iter(range(100)), 5, random.Random(6)), one)
    check(reservoir_sample(iter(range(100)), 5, random.Random(7)) != one, "another seed gives another sample")
