def speculative_sample(p, q, rng):
    """A token that follows p, drafted from q, and whether the draft was accepted."""
    raise NotImplementedError
