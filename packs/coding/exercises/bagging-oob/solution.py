import numpy as np


def bagging_oob(X, y, new, fit_predict, bags, rng):
    """Mean predictions for `new`, out-of-bag predictions of each row, and their mean squared error."""
    X, y, new = (np.asarray(a, dtype=float) for a in (X, y, new))
    n, m = len(X), len(new)
    if n == 0 or len(y) != n or bags < 1:
        raise ValueError("one label for each row, at least one row and one bag")
    predictions, sums, votes = np.zeros(m), np.zeros(n), np.zeros(n)
    for _ in range(bags):
        bag = rng.integers(0, n, n)
        out = np.setdiff1d(np.arange(n), bag)
        answers = np.asarray(fit_predict(X[bag], y[bag], np.vstack([new, X[out]])), dtype=float)
        predictions += answers[:m] / bags
        sums[out] += answers[m:]
        votes[out] += 1
    known = votes > 0
    out_of_bag = np.full(n, np.nan)
    out_of_bag[known] = sums[known] / votes[known]
    error = float(np.mean((out_of_bag[known] - y[known]) ** 2)) if known.any() else float("nan")
    return predictions, out_of_bag, error
