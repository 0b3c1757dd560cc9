"""Reads the transitions as [to][from]."""

def viterbi(log_pi, log_A, log_B, observations):
    """Most probable path of states and its log-probability; ties take the lowest state."""
    if not observations:
        raise ValueError("no observations")
    states = range(len(log_pi))
    scores = [log_pi[i] + log_B[i][observations[0]] for i in states]
    back = []
    for seen in observations[1:]:
        best = [max(states, key=lambda i: scores[i] + log_A[j][i]) for j in states]
        scores = [scores[best[j]] + log_A[best[j]][j] + log_B[j][seen] for j in states]
        back.append(best)
    last = max(states, key=lambda i: scores[i])
    path = [last]
    for best in reversed(back):
        path.append(best[path[-1]])
    return path[::-1], scores[last]
