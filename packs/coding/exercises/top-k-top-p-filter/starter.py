import math

def filtered_probabilities(logits, k=0, p=1.0, temperature=1.0):
    """Sampling distribution after temperature, top-k and top-p; at least one token is kept."""
    raise NotImplementedError
