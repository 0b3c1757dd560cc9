"""Tests of ucb1-bandit."""

import math
import random

from judge import check, close, equal, raises
from solution import thompson, ucb1


def _arms(rates, seed=0):
    rng = random.Random(seed)
    return lambda a: float(rng.random() < rates[a])


def test_each_once():
    """Each arm is pulled once, in order."""
    seen = []
    ucb1(lambda a: seen.append(a) or 1.0, 4, 4)
    equal(seen, [0, 1, 2, 3])


def test_trace():
    """The first choices by hand: arm 0 pays 0, arm 1 pays 1."""
    seen = []
    ucb1(lambda a: seen.append(a) or float(a), 2, 8)
    counts, expected = [1, 1], [0, 1]
    for t in range(2, 8):
        bounds = [a + math.sqrt(2 * math.log(t) / counts[a]) for a in (0, 1)]
        expected.append(bounds.index(max(bounds)))
        counts[expected[-1]] += 1
    equal(seen, expected)


def test_few_rounds():
    """Fewer rounds than arms."""
    equal(ucb1(lambda a: 0.5, 3, 2), ([1, 1, 0], [0.5, 0.5, None]))
    equal(ucb1(lambda a: 0.5, 2, 0), ([0, 0], [None, None]))


def test_one_arm():
    """One arm is pulled each time."""
    equal(ucb1(lambda a: 1.0, 1, 30), ([30], [1.0]))


def test_calls():
    """Exactly one pull a round, counted."""
    seen = []
    counts, _ = ucb1(lambda a: seen.append(a) or 0.3, 3, 50)
    equal(len(seen), 50)
    equal(counts, [seen.count(a) for a in range(3)])


def test_ties():
    """Ties: the lowest arm, so equal arms take turns."""
    seen = []
    ucb1(lambda a: seen.append(a) or 0.5, 3, 9)
    equal(seen, [0, 1, 2] * 3)


def test_means():
    """Means are of the rewards seen."""
    rewards = {0: [0.2, 0.4, 0.6], 1: [0.1, 0.3, 0.5]}
    given = {0: iter(rewards[0] * 20), 1: iter(rewards[1] * 20)}
    counts, means = ucb1(lambda a: next(given[a]), 2, 12)
    close(means, [sum((rewards[a] * 20)[: counts[a]]) / counts[a] for a in (0, 1)])


def test_explores():
    """An arm that was unlucky once is tried again."""
    first = {0: iter([0.0] + [1.0] * 500), 1: iter([0.5] * 500)}
    counts, _ = ucb1(lambda a: next(first[a]), 2, 200)
    check(counts[0] > 100, "the better arm must be found in spite of a bad start", counts)


def test_regret():
    """Random arms: far less regret than pulling uniformly."""
    rates = [0.2, 0.5, 0.8]
    for seed in range(3):
        counts, _ = ucb1(_arms(rates, seed), 3, 1000)
        regret = sum((0.8 - r) * c for r, c in zip(rates, counts))
        check(regret < 120, "uniform has 300, UCB1 below 120", regret)
        check(counts[0] >= 5, "bad arms are still explored", counts)


def test_bad_input():
    """No arms and negative rounds are refused."""
    raises(ValueError, ucb1, lambda a: 0.0, 0, 5)
    raises(ValueError, ucb1, lambda a: 0.0, 2, -1)


def test_thompson_trace():
    """Thompson by the book: the same generator makes the same choices."""
    for seed in range(3):
        seen, rewards, rng = [], random.Random(seed + 40), random.Random(seed)
        sums, counts, expected = [0.0] * 3, [0] * 3, []
        thompson(lambda a: seen.append(a) or float(rewards.random() < 0.2 + 0.3 * a), 3, 60, random.Random(seed))
        again = random.Random(seed + 40)
        for _ in range(60):
            draws = [rng.betavariate(1 + s, 1 + n - s) for s, n in zip(sums, counts)]
            arm = draws.index(max(draws))
            expected.append(arm)
            sums[arm] += float(again.random() < 0.2 + 0.3 * arm)
            counts[arm] += 1
        equal(seen, expected)


def test_thompson_counts():
    """Counts add up to the rounds, means are of the rewards seen, arms never pulled have None."""
    counts, means = thompson(lambda a: 0.25 * a, 4, 40, random.Random(1))
    equal(sum(counts), 40)
    equal(means, [0.25 * a if n else None for a, n in enumerate(counts)])
    equal(thompson(lambda a: 1.0, 2, 0, random.Random(2)), ([0, 0], [None, None]))


def test_thompson_regret():
    """Thompson finds the best arm and still tries the others."""
    rates = [0.2, 0.5, 0.8]
    for seed in range(3):
        counts, _ = thompson(_arms(rates, seed), 3, 800, random.Random(seed + 7))
        regret = sum((0.8 - r) * c for r, c in zip(rates, counts))
        check(regret < 50, "uniform has 240, Thompson below 50", regret)
        check(min(counts) >= 1, "bad arms are tried", counts)


def test_thompson_bad_input():
    """No arms and negative rounds are refused here as well."""
    raises(ValueError, thompson, lambda a: 0.0, 0, 5, random.Random(0))
    raises(ValueError, thompson, lambda a: 0.0, 2, -1, random.Random(0))
