"""Lets each item in with probability one half."""

def reservoir_sample(stream, k, rng):
    """Uniform sample of k items from a stream of unknown length, in one pass."""
    if k < 0:
        raise ValueError("k must not be negative")
    kept = []
    for seen, item in enumerate(stream):
        if seen < k:
            kept.append(item)
        else:
            if k and rng.random() < 0.5:
                kept[rng.randrange(k)] = item
    return kept
