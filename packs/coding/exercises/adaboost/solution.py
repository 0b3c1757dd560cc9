import numpy as np


def _best_stump(X, y, weights):
    best = None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in np.concatenate([[-np.inf], (values[1:] + values[:-1]) / 2]):
            wrong = weights[np.where(X[:, feature] > threshold, 1, -1) != y].sum()
            for sign, error in ((1, wrong), (-1, 1 - wrong)):
                if best is None or error < best[0] - 1e-12:
                    best = (error, feature, float(threshold), sign)
    return best


def adaboost(X, y, rounds):
    """Stumps (feature, threshold, sign, weight) and their weighted votes on X."""
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if rounds < 1 or len(X) == 0 or not np.isin(y, (-1, 1)).all():
        raise ValueError("labels are -1 and +1, rounds at least 1, rows are needed")
    weights, scores, stumps = np.full(len(X), 1 / len(X)), np.zeros(len(X)), []
    for _ in range(rounds):
        error, feature, threshold, sign = _best_stump(X, y, weights)
        says = np.where(X[:, feature] > threshold, sign, -sign)
        if error < 1e-12:
            return [(feature, threshold, sign, 1.0)], says.astype(float)
        if error >= 0.5 - 1e-12:
            break
        weight = 0.5 * float(np.log((1 - error) / error))
        stumps.append((feature, threshold, sign, weight))
        scores = scores + weight * says
        weights = weights * np.exp(-weight * y * says)
        weights /= weights.sum()
    return stumps, scores
