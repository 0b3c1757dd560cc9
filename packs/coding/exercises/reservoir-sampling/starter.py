def reservoir_sample(stream, k, rng):
    """Uniform sample of k items from a stream of unknown length, in one pass."""
    raise NotImplementedError
