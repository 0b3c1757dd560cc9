"""Takes the best state at each step, without looking back."""

def viterbi(log_pi, log_A, log_B, observations):
    """Most probable path of states and its log-probability; ties take the lowest state."""
    if not observations:
        raise ValueError("no observations")
    states = range(len(log_pi))
    scores = [log_pi[i] + log_B[i][observations[0]] for i in states]
    back = []
    for seen in observations[1:]:
        best = [max(states, key=lambda i: scores[i] + log_A[i][j]) for j in states]
        scores = [scores[best[j]] + log_A[best[j]][j] + log_B[j][seen] for j in states]
        back.append(best)
    path = [max(states, key=lambda i: log_pi[i] + log_B[i][observations[0]])]
    total = log_pi[path[0]] + log_B[path[0]][observations[0]]
    for seen in observations[1:]:
        here = path[-1]
        path.append(max(states, key=lambda j: log_A[here][j] + log_B[j][seen]))
        total += log_A[here][path[-1]] + log_B[path[-1]][seen]
    return path, total
