import math


def ucb1(pull, arms, rounds):
    """Counts and mean rewards (None without pulls) after `rounds` pulls by UCB1."""
    if arms < 1 or rounds < 0:
        raise ValueError("at least one arm, rounds not negative")
    counts, sums = [0] * arms, [0.0] * arms
    for t in range(rounds):
        arm = t
        if t >= arms:
            bounds = [s / n + math.sqrt(2 * math.log(t) / n) for s, n in zip(sums, counts)]
            arm = bounds.index(max(bounds))
        sums[arm] += pull(arm)
        counts[arm] += 1
    return counts, [s / n if n else None for s, n in zip(sums, counts)]


def thompson(pull, arms, rounds, rng):
    """Counts and mean rewards (None without pulls) after `rounds` pulls by Thompson sampling."""
    if arms < 1 or rounds < 0:
        raise ValueError("at least one arm, rounds not negative")
    counts, sums = [0] * arms, [0.0] * arms
    for _ in range(rounds):
        draws = [rng.betavariate(1 + s, 1 + n - s) for s, n in zip(sums, counts)]
        arm = draws.index(max(draws))
        sums[arm] += pull(arm)
        counts[arm] += 1
    return counts, [s / n if n else None for s, n in zip(sums, counts)]
