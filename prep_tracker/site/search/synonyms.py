"""Groups of spellings that mean one thing, found in documents and in queries alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prep_tracker.site.search.words import sequence_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One spelling of a group: its words in order, and the group's own term."""

    words: tuple[str, ...]
    term: str


def decode_groups(groups: Iterable[Sequence[str]]) -> tuple[Spelling, ...]:
    """Spellings of all groups; groups that share a spelling become one."""
    names: dict[tuple[str, ...], str] = {}
    for group in groups:
        keys = list(dict.fromkeys(tuple(sequence_of(text)) for text in group))
        keys = [key for key in keys if key]
        known = next((names[key] for key in keys if key in names), "")
        for key in keys:
            names.setdefault(key, known or "=" + "".join(keys[0]))
    return tuple(Spelling(words=words, term=term) for words, term in sorted(names.items()))


def find_groups(
    sequence: Sequence[str], present: Collection[str], by_first: dict[str, list[Spelling]]
) -> list[tuple[int, Spelling]]:
    """Places in a sequence of words where a spelling of a group stands."""
    firsts = [word for word in by_first if word in present]
    if not firsts:
        return []
    wanted = {
        word: [
            s
            for s in by_first[word]
            if len(s.words) == 1 or all(part in present for part in s.words)
        ]
        for word in firsts
    }
    return [
        (place, spelling)
        for place, word in enumerate(sequence)
        for spelling in wanted.get(word, ())
        if tuple(sequence[place : place + len(spelling.words)]) == spelling.words
    ]


def spellings_by_first(spellings: Iterable[Spelling]) -> dict[str, list[Spelling]]:
    """Spellings under their first word."""
    table: dict[str, list[Spelling]] = {}
    for spelling in spellings:
        table.setdefault(spelling.words[0], []).append(spelling)
    return table
