"""Text to the terms of the index: the field's spellings, stop words, Snowball stems.

`web/src/search/words.ts` is the same in TypeScript; `tests/vectors/search-words.json` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Stemmer(Protocol):
    """What the Snowball library gives."""

    def stemWord(self, word: str) -> str:  # noqa: N802 -- the library's name
        """The word's stem."""


STOP_WORDS = frozenset(
    """a about after again all also am an and any are aren as at be because been before being between both but by can
    cannot cant could couldn did didn do does doesn doing don done dont down each else ever every for from gave get gets give given
    got had has hasn have haven having he her here hers him his how however i if im in into is isn it its itself just
    ll let lets made make makes may me might more most much must my need needs no nor not of off on once only or other our out
    over own please re really same shall she should shouldn so some such than that the their them then there these
    they this those through to too under until up upon us use used uses using ve very via was wasn we well were what
    whats when where whether which while who whom whose why will with within without won would wouldn you your
    yours""".split()
)
"""Words that say nothing about the subject; `tell`, `yourself`, `time` and `one` do."""

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρςστυφχψω",
        """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau
        upsilon phi chi psi omega""".split(),
        strict=True,
    )
)
_TOKEN = re.compile(r"[a-z0-9]+(?:[-_./'][a-z0-9]+|\+\+|#)*")
_PART = re.compile(r"[a-z0-9]+")
_TAIL = re.compile(r"'[a-z]{1,2}$")
_ACCENT = re.compile("[\u0300-\u036f]+")
_GREEK_LETTER = re.compile("[α-ω]")
_NAMES = re.compile(r"[^aeiouy]{2,4}[uio]?s")
"""Plurals that Snowball leaves alone for want of another vowel: LLMs, CNNs, GPUs, KPIs."""

MAX_TOKEN = 40
_SHORTEST = 3
_stems: dict[str, str] = {}


def fold(text: str) -> str:
    """Lower case without accents, Greek letters as their names, typographic signs as ASCII."""
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‑", "-").replace("–", "-"))
    text = _ACCENT.sub("", text)
    return _GREEK_LETTER.sub(lambda match: f" {_GREEK[match[0]]} ", text)


@cache
def _stemmer() -> Stemmer:
    import snowballstemmer

    stemmer: Stemmer = snowballstemmer.stemmer("english")
    return stemmer


def stem(word: str) -> str:
    """The word's Snowball English stem; words with a digit stay as they are, plurals of short names lose the s."""
    known = _stems.get(word)
    if known is None:
        if len(word) < _SHORTEST or not word.isalpha():
            known = word
        elif _NAMES.fullmatch(word):
            known = word[:-1]
        else:
            known = _stemmer().stemWord(word)
        _stems[word] = known
    return known


def known_stems() -> dict[str, str]:
    """Stems worked out so far, by word."""
    return dict(_stems)


def know_stems(stems: dict[str, str]) -> None:
    """Take stems that were worked out before, so that the stemmer need not be loaded."""
    _stems.update(stems)


def split_token(token: str) -> tuple[str, ...]:
    """The words that one token stands for: `k-means++` is kmeans++, kmeans, k and means.

    The first is the whole token without its inner signs; a possessive or negative tail is dropped.
    """
    if token.isalnum():
        return (token,)
    token = _TAIL.sub("", token)
    if token.isalnum():
        return (token,)
    parts = _PART.findall(token)
    whole = "".join(parts)
    sign = "++" if token.endswith("++") else "#" if token.endswith("#") else ""
    words = [
        whole + sign,
        *([whole] if sign and len(whole) > 1 else []),
        *(parts if len(parts) > 1 else []),
    ]
    return tuple(dict.fromkeys(words))


def tokens_of(text: str) -> list[str]:
    """Tokens of a text in order, folded, not yet split or stemmed."""
    return _TOKEN.findall(fold(text))


def parts_of(token: str) -> tuple[str, ...]:
    """The words of one token one after another: `k-means++` is k and means."""
    if token.isalnum():
        return (token,)
    token = _TAIL.sub("", token)
    if token.isalnum():
        return (token,)
    parts = _PART.findall(token)
    return tuple(parts) if len(parts) > 1 else split_token(token)[-1:]


_sequences: dict[str, list[str]] = {}


def sequence_of(text: str) -> list[str]:
    """The text's words in order: parts of joined tokens, no stop words, stemmed."""
    return join_sequence(tokens_of(text))


def join_sequence(tokens: Iterable[str]) -> list[str]:
    """The words that tokens stand for, in order."""
    found: list[str] = []
    for token in tokens:
        words = _sequences.get(token)
        if words is None:
            words = [stem(word) for word in parts_of(token) if word not in STOP_WORDS]
            _sequences[token] = words
        found += words
    return found


def terms_of(text: str) -> Iterator[str]:
    """Terms of a text in order: split, without stop words, stemmed."""
    for token in tokens_of(text):
        if len(token) <= MAX_TOKEN:
            for word in split_token(token):
                if word not in STOP_WORDS:
                    yield stem(word)
