"""Tests of bagging-oob."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import bagging_oob as bag


def _mean(X, y, rows):
    return np.full(len(rows), np.mean(y))


def _nearest(X, y, rows):
    return y[((rows[:, None] - X) ** 2).sum(axis=2).argmin(axis=1)]


def _data(seed=0, n=12):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, 2))
    return X, X[:, 0] + rng.normal(size=n), rng.normal(size=(3, 2))


def _expected(X, y, new, learner, bags, seed):
    rng, n = np.random.default_rng(seed), len(X)
    told, rows = [], [[] for _ in range(n)]
    for _ in range(bags):
        drawn = rng.integers(0, n, n)
        told.append(learner(X[drawn], y[drawn], new))
        for i in range(n):
            if i not in drawn:
                rows[i].append(learner(X[drawn], y[drawn], X[i : i + 1])[0])
    out = np.array([np.mean(r) if r else np.nan for r in rows])
    return np.mean(told, axis=0), out, np.nanmean((out - y) ** 2)


def test_one_bag():
    """One bag: rows that were drawn have no out-of-bag prediction."""
    X, y, new = _data(1)
    drawn = np.random.default_rng(3).integers(0, 12, 12)
    predictions, out, error = bag(X, y, new, _mean, 1, np.random.default_rng(3))
    absent = np.setdiff1d(np.arange(12), drawn)
    want = np.full(12, np.nan)
    want[absent] = y[drawn].mean()
    close(predictions, np.full(3, y[drawn].mean()))
    close(out, want)
    close(error, np.mean((y[absent] - y[drawn].mean()) ** 2))


def test_many_bags():
    """Thirty bags agree with the definition written out, for two learners."""
    X, y, new = _data(2)
    for learner in (_mean, _nearest):
        got = bag(X, y, new, learner, 30, np.random.default_rng(5))
        want = _expected(X, y, new, learner, 30, 5)
        for a, b in zip(got, want):
            close(a, b)


def test_calls():
    """One call a bag: n training rows, then new rows and the absent ones in rising order."""
    X, y, new = _data(4)
    calls = []

    def spy(rows, labels, asked):
        calls.append((rows, labels, asked))
        return np.zeros(len(asked))

    bag(X, y, new, spy, 7, np.random.default_rng(6))
    equal(len(calls), 7)
    rng = np.random.default_rng(6)
    for rows, labels, asked in calls:
        drawn = rng.integers(0, 12, 12)
        close(rows, X[drawn])
        close(labels, y[drawn])
        close(asked, np.vstack([new, X[np.setdiff1d(np.arange(12), drawn)]]))


def test_share_out_of_bag():
    """About 0.368 of the rows are out of a bag."""
    X = np.arange(60.0)[:, None]
    shares = []

    def spy(rows, labels, asked):
        shares.append(len(asked) / 60)
        return np.zeros(len(asked))

    bag(X, np.zeros(60), X[:0], spy, 150, np.random.default_rng(7))
    close(np.mean(shares), (1 - 1 / 60) ** 60, atol=0.015)


def test_never_out():
    """A single row is in every bag: NaN, without a warning."""
    predictions, out, error = quiet(bag, np.ones((1, 1)), np.array([4.0]), np.ones((2, 1)), _mean, 5, np.random.default_rng(8))
    close(predictions, [4.0, 4.0])
    close(out, [float("nan")])
    close(error, float("nan"))


def test_some_never_out():
    """With few bags some rows have no vote: NaN there, and the error is over the others."""
    X, y, new = _data(9, n=6)
    predictions, out, error = quiet(bag, X, y, new, _mean, 2, np.random.default_rng(0))
    known = np.isfinite(out)
    check(0 < known.sum() < 6, "some rows are known, some are not", out)
    close(error, np.mean((out - y)[known] ** 2))


def test_honest():
    """A learner that memorizes noise is unmasked: the error is large although training error is 0."""
    rng = np.random.default_rng(10)
    X, y = np.arange(40.0)[:, None], rng.normal(size=40)
    error = bag(X, y, X, _nearest, 60, np.random.default_rng(11))[2]
    check(error > 0.7 * y.var(), "out-of-bag error of pure noise", error)


def test_averages():
    """Predictions for new rows are the mean over the bags."""
    answers = iter([1.0, 2.0, 6.0])
    got = bag(np.ones((3, 1)), np.zeros(3), np.ones((2, 1)), lambda a, b, rows: np.full(len(rows), next(answers)), 3, np.random.default_rng(12))
    close(got[0], [3.0, 3.0])


def test_smooths():
    """The mean of bagged nearest neighbours is nearer to the truth than one of them."""
    rng = np.random.default_rng(13)
    X = rng.uniform(0, 6, (80, 1))
    y = np.sin(X[:, 0]) + rng.normal(0, 0.5, 80)
    new = np.linspace(0.5, 5.5, 40)[:, None]
    truth = np.sin(new[:, 0])
    bagged = np.mean((bag(X, y, new, _nearest, 60, np.random.default_rng(14))[0] - truth) ** 2)
    check(bagged < 0.8 * np.mean((_nearest(X, y, new) - truth) ** 2), "bagging lowers the variance", bagged)


def test_same_seed():
    """The generator decides, and the data are kept."""
    X, y, new = _data(15)
    first, second = (bag(X, y, new, _mean, 4, np.random.default_rng(16)) for _ in range(2))
    close(first[1], second[1])
    keeps(bag, X, y, new, _mean, 3, np.random.default_rng(0))


def test_bad_input():
    """No rows, lengths that differ and no bags are refused."""
    X, y, new = _data(17)
    raises(ValueError, bag, X[:0], y[:0], new, _mean, 3, np.random.default_rng(0))
    raises(ValueError, bag, X, y[:-1], new, _mean, 3, np.random.default_rng(0))
    raises(ValueError, bag, X, y, new, _mean, 0, np.random.default_rng(0))
