"""Forgets sequences that are still open at max_length."""

import math


def beam_search(step_fn, width, eos, max_length, alpha=0.0):
    """Best finished sequence (tuple) and its score, log-probability over length ** alpha."""
    if width < 1 or max_length < 1:
        raise ValueError("width and max_length must be at least 1")
    opened, finished = [(0.0, ())], []
    for _ in range(max_length):
        extended = [
            (total + log, prefix + (token,))
            for total, prefix in opened
            for token, log in enumerate(step_fn(prefix))
            if log > -math.inf
        ]
        best = sorted(extended, key=lambda pair: (-pair[0], pair[1]))[:width]
        finished += [pair for pair in best if pair[1][-1] == eos]
        opened = [pair for pair in best if pair[1][-1] != eos]
        if not opened:
            break
    scored = [(total / len(tokens) ** alpha, tokens) for total, tokens in finished or [(0.0, (eos,))]]
    score, tokens = min(scored, key=lambda pair: (-pair[0], pair[1]))
    return tokens, score
