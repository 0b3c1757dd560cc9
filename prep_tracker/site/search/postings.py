"""One document's terms with their weights: BM25F, every document by itself.

Field lengths are compared with fixed usual lengths, not with the average of the catalog: so one document's postings
depend on nothing else, can be cached, and an edit changes the shards of its own words only.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from prep_tracker.site.search.plain import render_plain
from prep_tracker.site.search.synonyms import find_groups
from prep_tracker.site.search.words import (
    MAX_TOKEN,
    STOP_WORDS,
    join_sequence,
    split_token,
    stem,
    tokens_of,
)

if TYPE_CHECKING:
    from prep_tracker.site.search.document import SearchDocument
    from prep_tracker.site.search.synonyms import Spelling

LEVELS = 63
"""Weights are whole numbers from 1 to this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """How much one field counts: its weight, the usual length in words, and how strongly length matters (b)."""

    weight: float
    usual: int
    b: float


FIELD_WEIGHTS = (
    Field(weight=5.0, usual=14, b=0.4),
    Field(weight=3.0, usual=6, b=0.3),
    Field(weight=2.0, usual=60, b=0.75),
    Field(weight=1.0, usual=320, b=0.85),
    Field(weight=0.7, usual=110, b=0.85),
)
SATURATION = 14.0
"""BM25's k1: the weighted count at which a term has half of its greatest weight."""

PAIR_FIELDS = ((0, 3.0), (1, 2.0), (2, 1.5))
"""Fields whose neighbouring words are indexed as pairs, and the weight of a pair there."""

_terms: dict[str, tuple[str, ...]] = {}


def _terms_of_token(token: str) -> tuple[str, ...]:
    words = split_token(token) if len(token) <= MAX_TOKEN else ()
    known = tuple(dict.fromkeys(stem(word) for word in words if word not in STOP_WORDS))
    _terms[token] = known
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """One document as the index sees it.

    Attributes:
        weights: Weight from 1 to `LEVELS` of each term.
        words: Words as written, for spelling.
        text: Plain text that snippets are cut from.
    """

    weights: dict[str, int]
    words: frozenset[str]
    text: str


def make_postings(document: SearchDocument, spellings: dict[str, list[Spelling]]) -> Postings:
    """Terms of one document: words, pairs of neighbouring words, groups of spellings."""
    plain = [render_plain(text) for text in document.fields]
    found: dict[str, float] = {}
    words: set[str] = set()
    for place, (text, field) in enumerate(zip(plain, FIELD_WEIGHTS, strict=False)):
        tokens = tokens_of(text)
        counts = Counter(tokens)
        words.update(counts)
        length = (1 - field.b) + field.b * counts.total() / field.usual
        share = field.weight / length
        for token, count in counts.items():
            known = _terms.get(token)
            value = count * share
            for term in _terms_of_token(token) if known is None else known:
                found[term] = found[term] + value if term in found else value
        present = set(chain.from_iterable(map(_terms.__getitem__, counts))) if spellings else set()
        _add_sequences(found, tokens, place, present, spellings, share)
    weights = {
        term: int(LEVELS * value / (SATURATION + value) + 0.5) or 1 for term, value in found.items()
    }
    return Postings(
        weights=weights,
        words=frozenset(words),
        text=" ".join(filter(None, (plain[3:4] + plain[2:3]))),
    )


def _add_sequences(
    found: dict[str, float],
    tokens: list[str],
    place: int,
    present: set[str],
    spellings: dict[str, list[Spelling]],
    share: float,
) -> None:
    """Add what depends on the order of words: pairs, and groups of spellings."""
    pair_weight = dict(PAIR_FIELDS).get(place, 0.0)
    if not pair_weight and present.isdisjoint(spellings):
        return
    sequence = join_sequence(tokens)
    if pair_weight:
        for pair in set(pairwise(sequence)):
            term = f"{pair[0]} {pair[1]}"
            found[term] = found.get(term, 0.0) + pair_weight
    for _, spelling in find_groups(sequence, present, spellings):
        found[spelling.term] = found.get(spelling.term, 0.0) + share
