import math

def ucb1(pull, arms, rounds):
    """Counts and mean rewards (None without pulls) after `rounds` pulls by UCB1."""
    raise NotImplementedError

def thompson(pull, arms, rounds, rng):
    """Counts and mean rewards (None without pulls) after `rounds` pulls by Thompson sampling."""
    raise NotImplementedError
