def viterbi(log_pi, log_A, log_B, observations):
    """Most probable path of states and its log-probability; ties take the lowest state."""
    raise NotImplementedError
