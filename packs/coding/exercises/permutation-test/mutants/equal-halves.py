"""Splits the pool in the middle."""

def permutation_test(a, b, permutations, rng):
    """Difference of means and its two-sided permutation p-value."""
    if not a or not b or permutations < 1:
        raise ValueError("groups must not be empty, and there must be a permutation")

    def gap(numbers):
        middle = len(numbers) // 2 if numbers is not first else len(a)
        left, right = numbers[:middle], numbers[middle:]
        return sum(left) / len(left) - sum(right) / len(right)

    first = [*a, *b]
    pool = list(first)
    observed = gap(first)
    count = 0
    for _ in range(permutations):
        rng.shuffle(pool)
        count += abs(gap(pool)) >= abs(observed) - 1e-12
    return observed, (1 + count) / (1 + permutations)
