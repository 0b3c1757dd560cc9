def permutation_test(a, b, permutations, rng):
    """Difference of means and its two-sided permutation p-value."""
    raise NotImplementedError

def welch_t(a, b):
    """Welch's t and its degrees of freedom."""
    raise NotImplementedError
