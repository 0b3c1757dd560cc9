def permutation_test(a, b, permutations, rng):
    """Difference of means and its two-sided permutation p-value."""
    raise NotImplementedError
