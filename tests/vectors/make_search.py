"""Remakes the derived parts of `search.json`: run it after a deliberate change of the index or the ranking.

`python -m tests.vectors.make_search` keeps documents, synonyms and queries, and says which answers changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from prep_tracker.site.search.document import Facets, SearchDocument
from prep_tracker.site.search.query import search
from prep_tracker.site.search.reader import Reader
from prep_tracker.site.search.shards import render_index
from prep_tracker.site.search.words import sequence_of, terms_of

VECTORS = Path(__file__).with_name("search.json")
WORDS = Path(__file__).with_name("search-words.json")


def decode_document(row: dict[str, Any]) -> SearchDocument:
    """A document of the vectors."""
    facets = Facets(
        level=row["level"],
        roles=tuple(row["roles"]),
        rounds=tuple(row["rounds"]),
        minutes=row["minutes"],
    )
    fields = tuple(row["fields"])
    return SearchDocument(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        url=row["url"],
        fields=fields,
        facets=facets,
    )


def make_files(vectors: dict[str, Any]) -> dict[str, str]:
    """The index of the vectors' documents."""
    return render_index(map(decode_document, vectors["documents"]), vectors["synonyms"])


def answer(reader: Reader, asked: dict[str, Any]) -> dict[str, Any]:
    """What the index answers to one query of the vectors."""
    found = search(reader, asked["query"], asked["filters"])
    hits = [[reader.document(hit.number)[0], hit.score] for hit in found.hits[:12]]
    return {
        "query": asked["query"],
        "filters": asked["filters"],
        "meant": found.meant,
        "count": len(found.hits),
        "hits": hits,
    }


def main() -> None:
    """Rewrite both files."""
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    vectors["files"] = make_files(vectors)
    reader = Reader(vectors["files"].__getitem__)
    answers = [answer(reader, asked) for asked in vectors["queries"]]
    for old, new in zip(vectors["queries"], answers, strict=True):
        if old.get("hits") != new["hits"]:
            print(f"changed: {new['query']!r} {new['filters']} {len(new['hits'])} results")
    vectors["queries"] = answers
    _write(VECTORS, vectors)
    texts = json.loads(WORDS.read_text(encoding="utf-8"))
    _write(
        WORDS,
        [
            {"text": t["text"], "terms": [*terms_of(t["text"])], "sequence": sequence_of(t["text"])}
            for t in texts
        ],
    )


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
