"""An index as it is read back: the head, and every other file when a query first needs it."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any

from prep_tracker.errors import PrepTrackerError
from prep_tracker.site.search.digits import DIGITS, FORMAT, MORE
from prep_tracker.site.search.words import stem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def decode_postings(text: str) -> list[tuple[int, int]]:
    """Document numbers and weights of one term."""
    postings = []
    number, gap, is_weight = -1, 0, False
    for letter in text:
        value = VALUES[letter]
        if is_weight:
            postings.append((number, value))
            is_weight = False
        elif value & MORE:
            gap = (gap | value ^ MORE) << 5
        else:
            number += gap + value
            gap, is_weight = 0, True
    return postings


def read_script(text: str) -> str:
    """The text that one file of the index hands over."""
    payload: str = json.loads(text[text.index(",") + 1 : text.rindex(")")])
    return payload


class Reader:
    """An index, through a function that gives the text of a file by its name (`head`, `t0`, `d0`, ...)."""

    def __init__(self, load: Callable[[str], str]) -> None:
        self._load = load
        self._shards: dict[int, dict[str, tuple[int, str]]] = {}
        self._blocks: dict[int, list[list[Any]]] = {}
        self.head: dict[str, Any] = json.loads(load("head"))
        if self.head.get("format") != FORMAT:
            raise PrepTrackerError(
                "The search index was written by another version.", "Build the site again."
            )

    @classmethod
    def from_folder(cls, folder: Path) -> Reader:
        """An index in a folder that `stage_search` wrote."""
        return cls(lambda name: read_script((folder / f"{name}.js").read_text(encoding="utf-8")))

    def stem(self, word: str) -> str:
        """The stem under which the index holds a word."""
        known: str | None = self.head["stems"].get(word)
        return known or stem(word)

    def find_term(self, term: str) -> tuple[int, str] | None:
        """A term's idf and encoded postings, or None."""
        return self._shard(max(0, bisect_right(self.head["cuts"], term) - 1)).get(term)

    def terms_starting(self, prefix: str) -> list[tuple[str, int, str]]:
        """Single words of the index that start so, with idf and postings, in order."""
        cuts = self.head["cuts"]
        found = []
        for place in range(
            max(0, bisect_right(cuts, prefix) - 1), bisect_right(cuts, prefix + "{")
        ):
            for term, (idf, postings) in self._shard(place).items():
                if term.startswith(prefix) and " " not in term:
                    found.append((term, idf, postings))
        return found

    def document(self, number: int) -> list[Any]:
        """Id, kind, title, url, level, minutes and text of a document."""
        size = self.head["block"]
        block = self._blocks.get(number // size)
        if block is None:
            block = self._blocks[number // size] = json.loads(self._load(f"d{number // size}"))
        return block[number % size]

    @cached_property
    def facets(self) -> dict[str, str]:
        """Sets of documents by facet, six to a character."""
        facets: dict[str, str] = json.loads(self._load("facets"))
        return facets

    @cached_property
    def words(self) -> dict[str, int]:
        """Words as written in the documents, with how common they are (0 to 9)."""
        words: dict[str, int] = {}
        last = ""
        for line in self._load("words").split(" "):
            if line:
                last = last[: VALUES[line[0]]] + line[1:-1]
                words[last] = int(line[-1])
        return words

    def _shard(self, place: int) -> dict[str, tuple[int, str]]:
        shard = self._shards.get(place)
        if shard is None:
            shard = {}
            if self.head["cuts"]:
                for line in self._load(f"t{place}").split(";"):
                    term, idf, postings = line.split(",")
                    shard[term] = (int(idf), postings)
            self._shards[place] = shard
        return shard
