"""count / permutations: p may be 0."""

import math


def permutation_test(a, b, permutations, rng):
    """Difference of means and its two-sided permutation p-value."""
    if not a or not b or permutations < 1:
        raise ValueError("groups must not be empty, and there must be a permutation")

    def gap(numbers):
        left, right = numbers[: len(a)], numbers[len(a) :]
        return sum(left) / len(left) - sum(right) / len(right)

    pool = [*a, *b]
    observed = gap(pool)
    count = 0
    for _ in range(permutations):
        rng.shuffle(pool)
        count += abs(gap(pool)) >= abs(observed) - 1e-12
    return observed, count / permutations


def welch_t(a, b):
    """Welch's t and its degrees of freedom."""
    if min(len(a), len(b)) < 2:
        raise ValueError("at least two numbers in each group")

    def mean_and_share(numbers):
        mean = sum(numbers) / len(numbers)
        variance = sum((x - mean) ** 2 for x in numbers) / (len(numbers) - 1)
        return mean, variance / len(numbers)

    (mean_a, share_a), (mean_b, share_b) = mean_and_share(a), mean_and_share(b)
    if share_a + share_b == 0:
        raise ValueError("nothing varies, so there is nothing to compare with")
    degrees = (share_a + share_b) ** 2 / (share_a**2 / (len(a) - 1) + share_b**2 / (len(b) - 1))
    return (mean_a - mean_b) / math.sqrt(share_a + share_b), degrees
