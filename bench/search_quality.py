"""The search judged: graded queries, the same with one typo, and queries that have no answer. Misses are listed.

`python -m bench.search_quality [FILE]`; grades are in `search_queries.txt`, or in `search_fresh.txt`, which nobody tuned on.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from prep_tracker.loading import load_catalog
from prep_tracker.site.search.documents import catalog_documents
from prep_tracker.site.search.query import search
from prep_tracker.site.search.reader import Reader
from prep_tracker.site.search.shards import render_index
from prep_tracker.site.search.words import STOP_WORDS

QUERIES = Path(__file__).with_name("search_queries.txt")
SHOWN = 5
BEST = 3
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A query and what it should find."""

    form: str
    text: str
    grades: dict[str, int]


def read_queries() -> Iterator[Graded]:
    """The graded queries."""
    path = QUERIES.with_name(sys.argv[1]) if len(sys.argv) > 1 else QUERIES
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, text, grades = (part.strip() for part in line.split("|"))
            pairs = (pair.split("=") for pair in grades.split())
            yield Graded(form=form, text=text, grades={slug: int(grade) for slug, grade in pairs})


def draw_typo(text: str, rng: Random) -> str:
    """The query with one edit in one of its telling words of four letters or more."""
    words = text.split()
    places = [
        n
        for n, word in enumerate(words)
        if len(word) > 3 and word.isalpha() and word.lower() not in STOP_WORDS
    ]
    if not places:
        return text
    place = rng.choice(places)
    word, at = words[place], rng.randrange(len(words[place]))
    letter = rng.choice([one for one in LETTERS if one != word[at]])
    swapped = (
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        if at
        else word[1] + word[0] + word[2:]
    )
    forms = [
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        swapped,
    ]
    words[place] = rng.choice([form for form in forms if form != word])
    return " ".join(words)


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """nDCG at five with gains of 2^grade - 1."""
    gain = sum(
        (2 ** grades.get(slug, 0) - 1) / math.log2(place + 2)
        for place, slug in enumerate(found[:SHOWN])
    )
    ideal = sorted(grades.values(), reverse=True)[:SHOWN]
    return gain / sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ideal))


def judge(reader: Reader, name: str, queries: list[tuple[str, dict[str, int]]]) -> None:
    """Say how one set of queries does."""
    scores, hits, misses = [], 0, []
    for text, grades in queries:
        result = search(reader, text)
        found = [reader.document(hit.number)[0].partition("/")[2] for hit in result.hits[:SHOWN]]
        scores.append(ndcg(found, grades))
        best = {slug for slug, grade in grades.items() if grade == BEST}
        hits += bool(best & set(found))
        if not best & set(found):
            misses.append(f"    {text!r} -> {found[:3]}")
    print(
        f"{name:22} {len(queries):3} queries  nDCG@5 {sum(scores) / len(scores):.3f}  recall@5 {hits / len(queries):.3f}"
    )
    print("\n".join(misses))


def main() -> None:
    """Judge the built-in packs."""
    catalog = load_catalog()
    reader = Reader(render_index(catalog_documents(catalog.packs), catalog.synonyms).__getitem__)
    known = {
        item.id.partition("/")[2]
        for item in (*catalog.questions, *catalog.exercises, *catalog.emails)
    }
    queries = list(read_queries())
    absent = {slug for query in queries for slug in query.grades} - known
    if absent:
        print("not in the packs:", *sorted(absent))
    for form in ("sentence", "words"):
        plain = [(query.text, query.grades) for query in queries if query.form == form]
        judge(reader, form, plain)
        rng = Random(11)
        judge(
            reader,
            f"{form}, one typo",
            [(draw_typo(text, rng), grades) for text, grades in plain * 3],
        )
    empty = [query.text for query in queries if query.form == "nothing"]
    wrong = [text for text in empty if search(reader, text).hits]
    if empty:
        print(f"no answer: {len(empty) - len(wrong)} of {len(empty)} say so", *wrong, sep="\n    ")


if __name__ == "__main__":
    main()
