"""Tests of fairness-report."""

import random

from judge import check, close, equal, keeps, raises
from solution import fairness_report as report

T, P = [1, 1, 0, 0, 1, 0, 0, 0], [1, 0, 1, 0, 1, 0, 0, 0]
G = ["a"] * 4 + ["b"] * 4


def test_by_hand():
    """Two groups by hand."""
    got, ratio = report(T, P, G)
    close(got["a"], {"n": 4, "selection": 0.5, "tpr": 0.5, "fpr": 0.5})
    close(got["b"], {"n": 4, "selection": 0.25, "tpr": 1.0, "fpr": 0.0})
    close(ratio, 0.5)


def test_tpr_over_positives():
    """TPR is a share of true positives, not of predictions."""
    got, _ = report([1, 1, 1, 0], [1, 0, 0, 1], ["x"] * 4)
    close(got["x"]["tpr"], 1 / 3)
    close(got["x"]["fpr"], 1.0)


def test_no_positives():
    """A group without positives has TPR None, not 0."""
    got, _ = report([0, 0, 1], [1, 0, 1], ["a", "a", "b"])
    equal(got["a"]["tpr"], None)
    close(got["a"]["fpr"], 0.5)


def test_no_negatives():
    """A group without negatives has FPR None."""
    equal(report([1, 1], [1, 0], ["a", "a"])[0]["a"]["fpr"], None)


def test_one_group():
    """One group: ratio 1."""
    close(report([1, 0], [1, 0], ["a", "a"])[1], 1.0)


def test_nobody_selected():
    """Nobody selected anywhere: ratio 1, not 0/0."""
    close(report([1, 0], [0, 0], ["a", "b"])[1], 1.0)


def test_one_group_never_selected():
    """A group that is never selected: ratio 0."""
    close(report([1, 0], [1, 0], ["a", "b"])[1], 0.0)


def test_three_groups():
    """The ratio is lowest over highest among all groups."""
    p = [1, 1, 1, 1, 1, 0, 1, 0, 0, 1]
    g = ["a"] * 4 + ["b"] * 2 + ["c"] * 4
    close(report([0, 1] * 5, p, g)[1], 0.5)


def test_any_names():
    """Group names may be numbers or None."""
    got, _ = report([1, 0], [1, 1], [7, None])
    equal(set(got), {7, None})


def test_bad_input():
    """Other values, lengths and no rows are refused."""
    raises(ValueError, report, [2], [1], ["a"])
    raises(ValueError, report, [1], [0.5], ["a"])
    raises(ValueError, report, [1, 0], [1], ["a", "b"])
    raises(ValueError, report, [], [], [])


def test_random():
    """Random data: sizes add up, rates mix to the selection rate."""
    rng = random.Random(1)
    t, p, g = ([rng.randrange(k) for _ in range(200)] for k in (2, 2, 4))
    got, ratio = report(t, p, g)
    equal(sum(r["n"] for r in got.values()), 200)
    for name, r in got.items():
        base = sum(x for x, y in zip(t, g) if y == name) / r["n"]
        close(r["selection"], base * r["tpr"] + (1 - base) * r["fpr"])
    check(0 <= ratio <= 1, "ratio in [0, 1]", ratio)
    keeps(report, t, p, g)
