"""The index is written, read back and asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_tracker.errors import PrepTrackerError
from prep_tracker.site.search.document import Facets, SearchDocument
from prep_tracker.site.search.kept import open_kept, render_signature
from prep_tracker.site.search.query import Found, search
from prep_tracker.site.search.reader import VALUES, Reader, decode_postings, read_script
from prep_tracker.site.search.shards import (
    add_postings,
    render_bits,
    render_index,
    render_script,
    stage_search,
)
from prep_tracker.site.search.spelling import edits_of, find_corrections
from tests.vectors.make_search import VECTORS, answer, make_files

DATA = json.loads(VECTORS.read_text(encoding="utf-8"))


def document(name: str, *fields: str, kind: str = "question", **facets: Any) -> SearchDocument:
    return SearchDocument(
        id=f"pack/{name}",
        kind=kind,
        title=fields[0],
        url=f"{name}.html",
        fields=fields,
        facets=Facets(**facets),
    )


def ask(
    query: str, *documents: SearchDocument, synonyms: Any = (), filters: tuple[str, ...] = ()
) -> list[str]:
    reader = Reader(render_index(documents, synonyms).__getitem__)
    return [reader.document(hit.number)[0] for hit in search(reader, query, filters).hits]


DROPOUT = document(
    "dropout", "How does dropout work?", "Regularization", "Units are dropped at random."
)
SVD = document("svd", "What is the SVD?", "Linear algebra", "Three matrices.")
DECOMPOSED = document(
    "decomposed", "Explain singular value decomposition.", "Linear algebra", "Three matrices."
)
ACCURACY = document(
    "accuracy", "When does accuracy mislead?", "Metrics", "Classes are imbalanced.", "Data matters."
)


def test_files_of_the_vectors_are_what_the_index_writes() -> None:
    assert make_files(DATA) == DATA["files"]


@pytest.mark.parametrize("vector", DATA["queries"], ids=lambda vector: vector["query"][:30])
def test_query_gives_the_answer_that_the_page_gives(vector: dict[str, Any]) -> None:
    assert answer(Reader(DATA["files"].__getitem__), vector) == vector


@given(
    st.lists(st.tuples(st.integers(0, 2**31), st.integers(1, 63)), unique_by=lambda pair: pair[0])
)
def test_postings_come_back(postings: list[tuple[int, int]]) -> None:
    terms: dict[str, list[Any]] = {}
    for number, weight in sorted(postings):
        add_postings(terms, number, {"term": weight})
    text = "".join(terms["term"][1:]) if terms else ""
    assert decode_postings(text) == sorted(postings)


@given(st.sets(st.integers(0, 299)))
def test_sets_come_back(numbers: set[int]) -> None:
    bits = render_bits(numbers, 300)
    assert {n for n in range(300) if VALUES[bits[n // 6]] >> n % 6 & 1} == numbers


@given(st.text())
def test_any_text_survives_its_script(text: str) -> None:
    script = render_script("d0", text)
    assert read_script(script) == text
    assert "\u2028" not in script


@given(st.text(max_size=60))
def test_no_query_breaks_the_search(query: str) -> None:
    assert isinstance(search(Reader(DATA["files"].__getitem__), query), Found)


def test_sentence_finds_by_what_it_is_about() -> None:
    assert ask("why can't I use accuracy on imbalanced data", DROPOUT, ACCURACY, SVD) == [
        "pack/accuracy"
    ]


def test_nothing_is_found_when_there_is_nothing() -> None:
    assert ask("best pizza in rome", DROPOUT, ACCURACY, SVD) == []


def test_beginning_of_a_word_finds_it_until_a_space_ends_it() -> None:
    assert ask("accur", DROPOUT, ACCURACY, SVD) == ["pack/accuracy"]


@pytest.mark.parametrize("typo", ["dropuot", "ropout", "sdropout", "drqpout", "dropput"])
def test_one_edit_is_forgiven_and_said(typo: str) -> None:
    reader = Reader(render_index([DROPOUT, ACCURACY, SVD]).__getitem__)
    found = search(reader, typo)
    assert [hit.number for hit in found.hits] == [0]
    assert found.meant == "dropout"


def test_words_of_three_letters_are_not_corrected() -> None:
    assert find_corrections("svx", {"svd": 3}) == []


@given(st.text("abcd", min_size=1, max_size=5))
def test_edits_are_one_edit_away_in_both_directions(word: str) -> None:
    for other in edits_of(word):
        assert other != word
        assert word in edits_of(other) or not other


def test_synonyms_find_each_other() -> None:
    groups = [["SVD", "singular value decomposition"]]
    assert set(ask("svd", DROPOUT, SVD, DECOMPOSED, synonyms=groups)) == {
        "pack/svd",
        "pack/decomposed",
    }
    found = ask("singular value decomposition", DROPOUT, SVD, DECOMPOSED, synonyms=groups)
    assert found == ["pack/decomposed", "pack/svd"]


def test_words_side_by_side_count_more() -> None:
    apart = document("apart", "Gradient checking and coordinate descent")
    together = document("together", "Checking coordinate and gradient descent")
    assert ask("gradient descent", apart, together)[0] == "pack/together"


def test_filters_hold_within_and_across_facets() -> None:
    junior = document("junior", "Dropout", level="junior", roles=("mle",))
    senior = document("senior", "Dropout", level="senior", roles=("ds",))
    found = ask("dropout", junior, senior, filters=("level:junior", "level:senior", "role:ds"))
    assert found == ["pack/senior"]


def test_index_depends_on_documents_alone() -> None:
    documents = [DROPOUT, ACCURACY, SVD, DECOMPOSED]
    assert render_index(documents) == render_index(list(documents))


def test_staging_again_writes_nothing_and_removes_what_is_old(tmp_path: Path) -> None:
    documents = [document(f"q{n}", f"Question number {n} about subject{n}") for n in range(40)]
    assert stage_search(documents, (), tmp_path) == len(list(tmp_path.iterdir()))
    assert stage_search(documents, (), tmp_path) == 0
    stage_search(documents[:4], (), tmp_path)
    assert not (tmp_path / "d1.js").exists()
    assert Reader.from_folder(tmp_path).document(3)[0] == "pack/q3"


def test_empty_index_can_be_asked() -> None:
    assert ask("anything at all") == []


def test_index_of_another_version_is_refused() -> None:
    with pytest.raises(PrepTrackerError, match="another version"):
        Reader(lambda _: '{"format": 999}')


def test_kept_index_is_made_again_only_when_a_file_changed(tmp_path: Path) -> None:
    packs, cache, made = tmp_path / "packs", tmp_path / "cache", []
    packs.mkdir()
    (packs / "a.md").write_text("one", encoding="utf-8")

    def stage(folder: Path) -> None:
        made.append(folder)
        stage_search([DROPOUT], (), folder)

    for _ in range(2):
        assert open_kept(cache, render_signature([packs]), stage).document(0)[0] == "pack/dropout"
    assert len(made) == 1
    (packs / "a.md").write_text("another", encoding="utf-8")
    open_kept(cache, render_signature([packs]), stage)
    assert len(made) == 2
    assert len(list(cache.iterdir())) == 1
