"""Words one edit away: a letter more, less, other, or two swapped; the first letters included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 4
SUGGESTIONS = 3


def edits_of(word: str) -> set[str]:
    """All strings one edit away from a word."""
    found = set()
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            found.add(head + tail[1:])
        if len(tail) > 1:
            found.add(head + tail[1] + tail[0] + tail[2:])
        for letter in LETTERS:
            found.add(head + letter + tail)
            if tail:
                found.add(head + letter + tail[1:])
    found.discard(word)
    return found


def find_corrections(word: str, words: Mapping[str, int]) -> list[str]:
    """Known words one edit away, the commonest first; none for words under four letters."""
    if len(word) < SHORTEST or not word.isalpha():
        return []
    known = [other for other in edits_of(word) if other in words and len(other) >= SHORTEST]
    return sorted(known, key=lambda other: (-words[other], other))[:SUGGESTIONS]
