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
    return observed, (1 + count) / (1 + permutations)
