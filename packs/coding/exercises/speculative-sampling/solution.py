def speculative_sample(p, q, rng):
    """A token that follows p, drafted from q, and whether the draft was accepted."""
    if not p or len(p) != len(q) or abs(sum(p) - 1) > 1e-6 or abs(sum(q) - 1) > 1e-6:
        raise ValueError("two distributions of the same length")
    tokens = range(len(p))
    draft = rng.choices(tokens, q)[0]
    if rng.random() * q[draft] < p[draft]:
        return draft, True
    residual = [max(a - b, 0.0) for a, b in zip(p, q)]
    return rng.choices(tokens, residual if sum(residual) > 0 else p)[0], False
