import math


def filtered_probabilities(logits, k=0, p=1.0, temperature=1.0):
    """Sampling distribution after temperature, top-k and top-p; at least one token is kept."""
    if temperature <= 0 or k < 0 or not 0 <= p <= 1:
        raise ValueError("temperature must be positive, k not negative, p in [0, 1]")
    order = sorted((i for i, x in enumerate(logits) if x > -math.inf), key=lambda i: (-logits[i], i))
    if not order:
        raise ValueError("no possible token")
    order = order[: k or None]
    top = logits[order[0]]
    powers = {i: math.exp((logits[i] - top) / temperature) for i in order}
    total = sum(powers.values())
    kept, mass = [], 0.0
    for i in order:
        if kept and p < 1 and mass >= p * total:
            break
        kept.append(i)
        mass += powers[i]
    result = [0.0] * len(logits)
    for i in kept:
        result[i] = powers[i] / mass
    return result
