"""A query against an index: which documents, in which order, and what was meant.

Whole numbers throughout, so that `web/src/search/query.ts` gives the same order to the last place;
`tests/vectors/search.json` holds both to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from prep_tracker.site.search.reader import VALUES, decode_postings
from prep_tracker.site.search.spelling import find_corrections
from prep_tracker.site.search.words import STOP_WORDS, parts_of, split_token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.site.search.reader import Reader

EXACT, JOINED, GROUP, FORM, CORRECTED, PREFIX, BACK = 100, 100, 90, 90, 80, 50, 60
"""What a match is worth, in hundredths: the word, joined spelling, synonym, another form, corrected, begun, and longer word."""
PAIR = 50
UNKNOWN = 125
"""Hundredths of the most telling known word that an unknown one counts."""

GUESS = 20
"""Hundredths of its telling power that a corrected word covers beside an unknown one."""

BEGUN = 2
"""Letters from which the beginning of a word is looked for."""

MAX_WORDS = 24
MAX_EXPANSIONS = 40
MIN_COVERAGE = 40
"""Hundredths of a query's telling power that a document must hold to be shown."""


@dataclass(slots=True, kw_only=True)
class Unit:
    """One word of the query and what counts as finding it.

    Attributes:
        word: As typed, folded.
        idf: How telling it is.
        cover: How much of that a document has that holds one of the terms.
        terms: Term, worth in hundredths, idf, encoded postings.
        corrections: Term of each suggested spelling, and the word.
    """

    word: str
    idf: int = 0
    cover: int = 0
    terms: list[tuple[str, int, int, str]] = field(default_factory=list)
    corrections: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document's number and score."""

    number: int
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to a query.

    Attributes:
        hits: Best first.
        meant: The query with misspelt words corrected; empty when nothing was.
        terms: Index terms that were looked for, to mark them in snippets.
    """

    hits: tuple[Hit, ...] = ()
    meant: str = ""
    terms: tuple[str, ...] = ()


def search(reader: Reader, query: str, filters: Iterable[str] = ()) -> Found:
    """Documents for a query, best first.

    Args:
        reader: The index.
        query: What was typed; a last word without a space after it may be the beginning of a word.
        filters: Names such as `level:mid`; within one facet any may hold, and each facet must.
    """
    units = _read_units(reader, query)
    if not units:
        return Found()
    whole = sum(unit.idf for unit in units)
    scores: dict[int, int] = {}
    covered: dict[int, int] = {}
    best_correction: list[dict[int, tuple[int, str]]] = []
    for unit in units:
        best: dict[int, tuple[int, str]] = {}
        for term, worth, idf, postings in unit.terms:
            for number, weight in decode_postings(postings):
                score = weight * idf * worth
                if score > best.get(number, (0, ""))[0]:
                    best[number] = (score, term)
        for number, (score, _) in best.items():
            scores[number] = scores.get(number, 0) + score
            covered[number] = covered.get(number, 0) + unit.cover
        best_correction.append(best)
    _add_pairs(reader, units, scores)
    allowed = _allowed(reader, filters)
    hits = [
        Hit(number=number, score=score * covered[number] // whole)
        for number, score in scores.items()
        if covered[number] * 100 >= MIN_COVERAGE * whole
        and (allowed is None or _holds(allowed, number))
    ]
    hits.sort(key=lambda hit: (-hit.score, hit.number))
    terms = tuple(dict.fromkeys(term for unit in units for term, *_ in unit.terms))
    return Found(hits=tuple(hits), meant=_meant(units, hits, best_correction), terms=terms)


def _read_units(reader: Reader, query: str) -> list[Unit]:
    tokens = tokens_of(query[:400])
    parsed = [
        (part, token) for token in tokens for part in parts_of(token) if part not in STOP_WORDS
    ][:MAX_WORDS]
    is_open = (
        bool(parsed) and not query.endswith(" ") and bool(tokens) and parsed[-1][1] == tokens[-1]
    )
    units = []
    for place, (word, token) in enumerate(parsed):
        unit = Unit(word=word)
        _add_term(reader, unit, reader.stem(word), EXACT)
        for other in split_token(token):
            if other != word and other not in parts_of(token):
                _add_term(reader, unit, reader.stem(other), JOINED)
        units.append(unit)
        if place == len(parsed) - 1 and is_open:
            _add_begun(reader, unit, PREFIX)
    _add_groups(reader, units)
    for unit in units:
        if not unit.terms:
            _add_guesses(reader, unit)
    if units:
        _weigh(units, reader.head["unknown"])
    return units


def _weigh(units: list[Unit], unknown: int) -> None:
    """How telling each word is.

    A word that the index does not hold counts little more than the most telling one that it does.
    Beside such a word, a guess at another one's spelling covers hardly anything: there is nothing.
    """
    for unit in units:
        exact = [idf for _, worth, idf, _ in unit.terms if worth == EXACT]
        unit.idf = min(exact) if exact else max((idf for _, _, idf, _ in unit.terms), default=0)
    most = max(unit.idf for unit in units) * UNKNOWN // 100 or unknown
    is_unknown = any(not unit.terms for unit in units)
    for unit in units:
        unit.idf = unit.idf if unit.terms else most
        unit.cover = unit.idf * GUESS // 100 if unit.corrections and is_unknown else unit.idf


def _add_term(reader: Reader, unit: Unit, term: str, worth: int) -> bool:
    entry = reader.find_term(term)
    if entry is not None and all(term != known for known, *_ in unit.terms):
        unit.terms.append((term, worth, *entry))
    return entry is not None


def _add_begun(reader: Reader, unit: Unit, worth: int) -> None:
    """Add words that start with what was typed; they count as telling as the commonest of them."""
    if len(unit.word) < BEGUN:
        return
    known = {term for term, *_ in unit.terms}
    begun = [entry for entry in reader.terms_starting(unit.word) if entry[0] not in known]
    begun.sort(key=lambda entry: (entry[1], entry[0]))
    for term, _, postings in begun[:MAX_EXPANSIONS]:
        unit.terms.append((term, worth, begun[0][1], postings))


def _add_groups(reader: Reader, units: list[Unit]) -> None:
    """Add the term of each group of spellings that the query contains; for an unknown word, its other spellings."""
    stems = [reader.stem(unit.word) for unit in units]
    spellings = [(text.split(" "), term) for text, term in reader.head["spellings"]]
    for words, term in spellings:
        for start in range(len(stems) - len(words) + 1):
            if stems[start : start + len(words)] == words:
                for unit in units[start : start + len(words)]:
                    _add_term(reader, unit, term, GROUP)
                    if not unit.terms:
                        _add_others(
                            reader, unit, [others for others, group in spellings if group == term]
                        )


def _add_others(reader: Reader, unit: Unit, spellings: list[list[str]]) -> None:
    """Add the words of a group's spellings, none of which stands in a document as a whole."""
    for words in spellings:
        for word in words:
            _add_term(reader, unit, word, GROUP)


def _add_guesses(reader: Reader, unit: Unit) -> None:
    """For a word the index does not hold: spelling, then words it begins, then a word it continues."""
    for word in find_corrections(unit.word, reader.words):
        is_form = word.startswith(unit.word) or unit.word.startswith(word)
        term = reader.stem(word)
        if _add_term(reader, unit, term, FORM if is_form else CORRECTED) and not is_form:
            unit.corrections.setdefault(term, word)
    if not unit.terms and len(unit.word) > BEGUN:
        _add_begun(reader, unit, PREFIX)
    for length in range(len(unit.word) - 1, 4, -1):
        if unit.terms:
            return
        _add_term(reader, unit, unit.word[:length], BACK)


def _add_pairs(reader: Reader, units: list[Unit], scores: dict[int, int]) -> None:
    """Raise documents in which neighbouring words of the query are neighbours too."""
    for first, second in pairwise(units):
        if first.terms and second.terms:
            entry = reader.find_term(f"{_first_term(reader, first)} {_first_term(reader, second)}")
            for number, weight in decode_postings(entry[1]) if entry else ():
                if number in scores:
                    scores[number] += weight * entry[0] * PAIR if entry else 0


def _first_term(reader: Reader, unit: Unit) -> str:
    return unit.terms[0][0] if unit.corrections else reader.stem(unit.word)


def _allowed(reader: Reader, filters: Iterable[str]) -> list[list[str]] | None:
    by_facet: dict[str, list[str]] = {}
    for name in filters:
        by_facet.setdefault(name.partition(":")[0], []).append(reader.facets.get(name, ""))
    return list(by_facet.values()) or None


def _holds(allowed: list[list[str]], number: int) -> bool:
    return all(
        any(
            number // 6 < len(bits) and VALUES[bits[number // 6]] >> number % 6 & 1 for bits in sets
        )
        for sets in allowed
    )


def _meant(units: list[Unit], hits: list[Hit], best: list[dict[int, tuple[int, str]]]) -> str:
    """The query as it was understood, when a word of it had to be corrected."""
    if not hits or not any(unit.corrections for unit in units):
        return ""
    words = []
    for unit, terms in zip(units, best, strict=True):
        _, term = terms.get(hits[0].number, (0, ""))
        fallback = next(iter(unit.corrections.values()), unit.word)
        words.append(unit.corrections.get(term, fallback) if unit.corrections else unit.word)
    return " ".join(words)
