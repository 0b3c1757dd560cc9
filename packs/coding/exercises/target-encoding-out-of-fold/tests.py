"""Tests of target-encoding-out-of-fold."""

import random

from judge import check, close, keeps, raises
from solution import target_encode_oof as encode


def test_by_hand():
    """Two folds by hand, with smoothing."""
    got = encode(["a", "a", "b", "a", "b", "b"], [1, 0, 1, 1, 0, 0], [0, 0, 0, 1, 1, 1], 1.0)
    close(got, [(1 + 1 / 3) / 2, (1 + 1 / 3) / 2, (0 + 1 / 3) / 3, (1 + 2 / 3) / 3, (1 + 2 / 3) / 2, (1 + 2 / 3) / 2])


def test_no_smoothing():
    """smooth 0 is the plain mean of the other folds."""
    close(encode(["a"] * 4, [1, 0, 1, 1], [0, 0, 1, 1], 0), [1.0, 1.0, 0.5, 0.5])


def test_unique_ids():
    """A category of one row gets the mean of the other folds, not its label."""
    close(encode(["p", "q", "r", "s"], [1, 0, 1, 1], [0, 0, 1, 1], 0), [1.0, 1.0, 0.5, 0.5])


def test_only_in_own_fold():
    """A category that lives in one fold gets the prior."""
    close(encode(["a", "a", "b", "b"], [1, 1, 0, 0], [0, 0, 1, 1], 5.0), [0.0, 0.0, 1.0, 1.0])


def test_own_label():
    """Changing a row's label does not change its own code, nor those of its fold."""
    rng = random.Random(1)
    cats, folds = [rng.choice("abc") for _ in range(30)], [i % 3 for i in range(30)]
    y = [rng.randrange(2) for _ in range(30)]
    before = encode(cats, y, folds, 2.0)
    for i in range(30):
        flipped = y[:i] + [1 - y[i]] + y[i + 1 :]
        after = encode(cats, flipped, folds, 2.0)
        mates = [j for j in range(30) if folds[j] == folds[i]]
        close([after[j] for j in mates], [before[j] for j in mates])


def test_smoothing_pulls():
    """Strong smoothing gives the mean of the other folds."""
    close(encode(["a", "b", "a", "b"], [1, 0, 1, 1], ["x", "x", "y", "y"], 1e12), [1.0, 1.0, 0.5, 0.5], atol=1e-6)


def test_regression():
    """Targets may be any numbers."""
    close(encode(["a", "a", "a"], [10.0, -4.0, 7.5], [0, 1, 2], 0), [1.75, 8.75, 3.0])


def test_definition():
    """Random data agree with the definition, row by row."""
    rng = random.Random(2)
    cats, folds = [rng.choice("abcdef") for _ in range(60)], [rng.randrange(4) for _ in range(60)]
    y = [rng.gauss(0, 1) for _ in range(60)]
    expected = []
    for c, f in zip(cats, folds):
        rest = [(d, t) for d, t, g in zip(cats, y, folds) if g != f]
        mean = sum(t for _, t in rest) / len(rest)
        same = [t for d, t in rest if d == c]
        expected.append((sum(same) + 3 * mean) / (len(same) + 3))
    close(encode(cats, y, folds, 3), expected)
    keeps(encode, cats, y, folds, 3)


def test_size():
    """Fifty thousand rows with fifty folds are no problem."""
    n = 50_000
    got = encode([i % 97 for i in range(n)], [i % 2 for i in range(n)], [i // 1000 for i in range(n)], 1.0)
    check(all(0 <= g <= 1 for g in got), "codes are means")


def test_bad_input():
    """One fold, unequal lists and negative smoothing are refused."""
    raises(ValueError, encode, ["a", "b"], [0, 1], [0, 0], 1.0)
    raises(ValueError, encode, ["a", "b"], [0], [0, 1], 1.0)
    raises(ValueError, encode, ["a", "b"], [0, 1], [0, 1], -1.0)
