"""Begins with 0."""

import numpy as np


def _fit_stump(X, residuals):
    best = None
    for feature in range(X.shape[1]):
        order = np.argsort(X[:, feature], kind="stable")
        values, left = X[order, feature], np.cumsum(residuals[order])[:-1]
        count = np.arange(1, len(X))
        allowed = values[1:] > values[:-1]
        if not allowed.any():
            continue
        total = residuals.sum()
        gain = np.where(allowed, left**2 / count + (total - left) ** 2 / (len(X) - count), -np.inf)
        k = int(np.flatnonzero(gain >= gain.max() - 1e-12)[0])
        if best is None or gain[k] > best[0] + 1e-12:
            threshold = (values[k] + values[k + 1]) / 2
            best = (gain[k], feature, threshold, left[k] / (k + 1), (total - left[k]) / (len(X) - k - 1))
    return best


def gradient_boosting(X, y, new, rounds, lr=0.1):
    """Predictions for `new` and the training loss before and after each round."""
    X, y, new = (np.asarray(a, dtype=float) for a in (X, y, new))
    if len(X) == 0 or len(X) != len(y) or rounds < 0 or not 0 < lr <= 1:
        raise ValueError("equal lengths, rows, rounds not negative, lr in (0, 1]")
    fitted, predicted = np.zeros(len(X)), np.zeros(len(new))
    losses = [np.mean((y - fitted) ** 2)]
    for _ in range(rounds):
        stump = _fit_stump(X, y - fitted)
        if stump is not None:
            _, feature, threshold, low, high = stump
            fitted = fitted + lr * np.where(X[:, feature] <= threshold, low, high)
            predicted = predicted + lr * np.where(new[:, feature] <= threshold, low, high)
        losses.append(np.mean((y - fitted) ** 2))
    return predicted, losses
