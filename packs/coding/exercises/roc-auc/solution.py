def roc_auc(truth, scores):
    """Probability that a positive scores above a negative, ties counting one half."""
    if len(truth) != len(scores) or any(t not in (0, 1) for t in truth):
        raise ValueError("labels are 0 and 1, one for each score")
    if any(s != s for s in scores):
        raise ValueError("NaN among the scores")
    positives = sum(truth)
    negatives = len(truth) - positives
    if not positives or not negatives:
        raise ValueError("both classes are needed")
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    wins, below, start = 0.0, 0, 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        ups = sum(truth[order[i]] for i in range(start, end))
        downs = end - start - ups
        wins += ups * (below + downs / 2)
        below += downs
        start = end
    return wins / (positives * negatives)
