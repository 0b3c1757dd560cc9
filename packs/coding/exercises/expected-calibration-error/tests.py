"""Tests of expected-calibration-error."""

import random

from judge import check, close, keeps, raises
from solution import expected_calibration_error as ece


def test_by_hand():
    """Two bins by hand."""
    close(ece([0.1, 0.3, 0.8, 0.6], [0, 1, 1, 0], 2), (abs(1 - 0.4) + abs(1 - 1.4)) / 4)


def test_perfect():
    """Frequencies that match give 0."""
    close(ece([0.25] * 4 + [0.5] * 2, [1, 0, 0, 0, 1, 0]), 0.0)


def test_overconfident():
    """Always 1.0, right half of the time: 0.5, and p = 1 has a bin."""
    close(ece([1.0, 1.0], [1, 0]), 0.5)


def test_zero():
    """p = 0 belongs to the first bin."""
    close(ece([0.0, 0.0, 1.0], [0, 0, 1]), 0.0)


def test_mean_not_middle():
    """The mean probability of the bin counts, not its middle."""
    close(ece([0.91, 0.91], [1, 1]), 0.09)


def test_weights():
    """Bins count by their size."""
    close(ece([0.95] * 9 + [0.05], [1] * 9 + [1]), (9 * 0.05 + 0.95) / 10)


def test_edges():
    """An edge belongs to the upper bin, also where p * bins is rounded down."""
    close(ece([0.29, 0.295], [0, 1], 100), abs(0.29 + 0.295 - 1) / 2)
    close(ece([0.3, 0.25], [1, 0], 10), (0.7 + 0.25) / 2)


def test_one_bin():
    """One bin compares the two means."""
    close(ece([0.1, 0.9], [1, 0], 1), 0.0)


def test_errors_in_other_bins_do_not_cancel():
    """Gaps of opposite sign in different bins add up."""
    close(ece([0.1, 0.9], [1, 0], 10), 0.9)


def test_bad_input():
    """Probabilities outside [0, 1], NaN, empty lists and 0 bins are refused."""
    raises(ValueError, ece, [1.2], [1])
    raises(ValueError, ece, [-0.1], [1])
    raises(ValueError, ece, [float("nan")], [1])
    raises(ValueError, ece, [], [])
    raises(ValueError, ece, [0.5], [1, 0])
    raises(ValueError, ece, [0.5], [1], 0)


def test_calibrated_sample():
    """Labels drawn from the probabilities have a small error; shifted ones a large one."""
    rng = random.Random(3)
    p = [rng.random() for _ in range(5000)]
    y = [int(rng.random() < q) for q in p]
    check(ece(p, y) < 0.03, "must be small", ece(p, y))
    check(ece([q**3 for q in p], y) > 0.15, "must be large")
    keeps(ece, p[:5], y[:5])
