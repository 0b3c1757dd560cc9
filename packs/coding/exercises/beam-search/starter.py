import math

def beam_search(step_fn, width, eos, max_length, alpha=0.0):
    """Best finished sequence (tuple) and its score, log-probability over length ** alpha."""
    raise NotImplementedError
