"""Tests of edit-distance."""

import itertools
import random

from judge import check, close, equal, raises
from solution import edit_distance


def test_known():
    """The textbook pair."""
    equal(edit_distance("kitten", "sitting"), 3)
    equal(edit_distance("intention", "execution"), 5)


def test_empty():
    """Empty strings cost insertions or deletions only."""
    equal(edit_distance("", ""), 0)
    equal(edit_distance("", "abc"), 3)
    equal(edit_distance("abc", ""), 3)


def test_equal():
    """Equal strings cost nothing."""
    equal(edit_distance("gradient", "gradient"), 0)


def test_insert_and_delete_costs():
    """Insertion and deletion have their own costs, in the right direction."""
    equal(edit_distance("", "ab", insert=5, delete=1), 10)
    equal(edit_distance("ab", "", insert=5, delete=1), 2)
    equal(edit_distance("ab", "abc", insert=7, delete=1, substitute=1), 7)


def test_dear_substitution():
    """A dear substitution is replaced by a deletion and an insertion."""
    equal(edit_distance("a", "b", substitute=5), 2)
    equal(edit_distance("cat", "cut", substitute=1.5), 1.5)


def test_free_substitution():
    """Costs of zero are allowed."""
    equal(edit_distance("abc", "xyz", substitute=0), 0)


def test_no_transposition():
    """Swapping neighbours is two edits."""
    equal(edit_distance("ab", "ba"), 2)


def test_unicode():
    """Characters count, not bytes."""
    equal(edit_distance("naïve", "naive"), 1)
    equal(edit_distance("日本", "日木"), 1)


def test_negative():
    """Negative costs are refused."""
    raises(ValueError, edit_distance, "a", "b", -1)


def test_metric():
    """Random strings: symmetric, and the triangle inequality holds."""
    rng = random.Random(1)
    words = ["".join(rng.choice("ab") for _ in range(rng.randrange(7))) for _ in range(9)]
    for a, b, c in itertools.permutations(words, 3):
        check(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c), "triangle inequality", (a, b, c))
    for a, b in itertools.combinations(words, 2):
        equal(edit_distance(a, b), edit_distance(b, a))


def test_brute_force():
    """Short strings agree with trying everything, with unequal costs."""
    def brute(a, b):
        if not a or not b:
            return 2.0 * len(b) + 0.7 * len(a)
        keep = brute(a[1:], b[1:]) + (0 if a[0] == b[0] else 1.9)
        return min(keep, brute(a[1:], b) + 0.7, brute(a, b[1:]) + 2.0)

    rng = random.Random(2)
    for _ in range(30):
        a, b = ("".join(rng.choice("abc") for _ in range(rng.randrange(5))) for _ in range(2))
        close(edit_distance(a, b, 2.0, 0.7, 1.9), brute(a, b))


def test_long():
    """Two strings of 600 characters are no problem."""
    equal(edit_distance("ab" * 300, "ba" * 300), 2)
