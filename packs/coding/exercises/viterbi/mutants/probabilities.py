"""Multiplies probabilities, which underflow on long sequences."""

def viterbi(log_pi, log_A, log_B, observations):
    """Most probable path of states and its log-probability; ties take the lowest state."""
    if not observations:
        raise ValueError("no observations")
    import math
    states = range(len(log_pi))
    scores = [log_pi[i] + log_B[i][observations[0]] for i in states]
    back = []
    for seen in observations[1:]:
        best = [max(states, key=lambda i: scores[i] + log_A[i][j]) for j in states]
        scores = [math.log(p) if (p := math.exp(scores[best[j]] + log_A[best[j]][j] + log_B[j][seen])) else -math.inf for j in states]
        back.append(best)
    last = max(states, key=lambda i: scores[i])
    path = [last]
    for best in reversed(back):
        path.append(best[path[-1]])
    return path[::-1], scores[last]
