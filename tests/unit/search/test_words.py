"""Text becomes the terms of the index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prep_tracker.site.search.plain import render_plain
from prep_tracker.site.search.words import fold, sequence_of, split_token, stem, terms_of

VECTORS = json.loads(
    (Path(__file__).parents[2] / "vectors" / "search-words.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:30])
def test_text_gives_the_terms_that_the_page_gives(vector: dict[str, list[str]]) -> None:
    text = str(vector["text"])
    assert list(terms_of(text)) == vector["terms"]
    assert sequence_of(text) == vector["sequence"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LLMs", "llm"),
        ("GPUs", "gpu"),
        ("regularized", "regularization"),
        ("K-Means", "kmeans"),
        ("p\u2011value", "pvalue"),
    ],
)
def test_spellings_of_one_thing_share_a_term(one: str, other: str) -> None:
    assert set(terms_of(one)) & set(terms_of(other))


def test_whole_token_comes_before_its_parts() -> None:
    assert split_token("k-means++") == ("kmeans++", "kmeans", "k", "means")


def test_greek_and_accents_become_ascii() -> None:
    assert fold("β-VAE naïve R²").split() == ["beta", "-vae", "naive", "r2"]


def test_negative_tail_is_dropped() -> None:
    assert split_token("can't") == ("can",)


def test_words_with_digits_are_not_stemmed() -> None:
    assert stem("bm25") == "bm25"


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**Bold** and `code`", "Bold and code"),
        ("$k$-means with $L_1$", "k-means with L1"),
        ("before $$\\sum_i x_i$$ after", "before … after"),
        ("a $\\frac{1}{n}\\sum_i (x_i - \\bar x)^2$ b", "a … b"),
        ("see [dropout](deep-learning/dropout) now", "see dropout now"),
        ("- one\n- two\n\n```python\nx = 1\n```\nthree", "one two three"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("costs \\$5 and \\$6", "costs $5 and $6"),
        ("keep snake_case and _emphasis_", "keep snake_case and emphasis"),
    ],
)
def test_markdown_becomes_plain_words(markdown: str, plain: str) -> None:
    assert render_plain(markdown) == plain
