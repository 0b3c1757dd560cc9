"""Tests of byte-pair-encoding."""

import random

from judge import check, equal, keeps, raises
from solution import bpe_decode, bpe_encode, bpe_train

TEXT = "the cat in the hat sat on the mat, the rat ate the bat"


def test_first_merge():
    """The most frequent pair comes first."""
    equal(bpe_train("ababab", 1), [(97, 98)])


def test_chain():
    """Later merges use earlier tokens: aaabdaaabac by hand."""
    equal(bpe_train("aaabdaaabac", 3), [(97, 97), (97, 98), (256, 257)])


def test_tie():
    """On a tie the smaller pair wins."""
    equal(bpe_train("yzyz abab", 1), [(97, 98)])


def test_stops():
    """Nothing occurs twice: no merge."""
    equal(bpe_train("abcdef", 10), [])
    equal(bpe_train("abab", 10), [(97, 98)])


def test_empty():
    """Empty text: nothing to learn, nothing to encode."""
    equal(bpe_train("", 5), [])
    equal(bpe_encode("", [(97, 98)]), [])
    equal(bpe_decode([], []), "")


def test_encode():
    """Encoding applies the merges."""
    equal(bpe_encode("abcab", [(97, 98)]), [256, 99, 256])


def test_left_to_right():
    """Overlapping pairs merge from the left."""
    equal(bpe_encode("aaa", [(97, 97)]), [256, 97])
    equal(bpe_encode("aaaa", [(97, 97), (256, 256)]), [257])


def test_order_of_merges():
    """The order learned decides, not the longest match."""
    equal(bpe_encode("abc", [(98, 99), (97, 98)]), [97, 256])


def test_bytes():
    """Characters beyond ASCII are several bytes, and merge like any."""
    equal(bpe_encode("é", []), [195, 169])
    equal(bpe_train("éé", 1), [(195, 169)])


def test_unknown_token():
    """A token beyond the merges is refused."""
    raises(ValueError, bpe_decode, [300], [(97, 98)])


def test_round_trip():
    """Random Unicode text survives, and training text gets shorter."""
    merges = bpe_train(TEXT, 20)
    check(len(bpe_encode(TEXT, merges)) < len(TEXT) / 2, "at least half as short", len(bpe_encode(TEXT, merges)))
    rng = random.Random(3)
    for _ in range(20):
        text = "".join(rng.choice("the at,éß日本🙂\n\u0301") for _ in range(rng.randrange(30)))
        equal(bpe_decode(bpe_encode(text, merges), merges), text)
    keeps(bpe_encode, TEXT, merges)
