"""What a rule is: a name, a sentence, a good and a bad sample, and a check of one item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.markdown import Token, read_tokens
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack
from prep_tracker.model.question import Question, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found: message, place and hint."""

    message: str
    line: int = 0
    column: int = 0
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check of a pack's items.

    Attributes:
        name: Kebab-case; the code of its problems.
        sentence: What must hold, one sentence.
        good: A sample that passes: part of a file, see `sample`.
        bad: A sample that breaks this rule and no other.
        sample: Where the samples go in a sound file: `field` (front matter), `section`, `text` (of the answer),
            and which file: `question`, `case`, `exercise`, `company`, `email`, as in `case section`.
        check: Finds what is wrong with an entry.
    """

    name: str
    sentence: str
    good: str
    bad: str
    check: Callable[[Pack, Entry], Iterable[Finding]]
    sample: str = "question section"


def find_question(entry: Entry) -> Question | None:
    """The entry's question, or None when it is something else."""
    return entry.item if isinstance(entry.item, Question) else None


def sections_of(entry: Entry) -> tuple[Section, ...]:
    """The Markdown sections of a question or exercise; nothing for the other items."""
    return entry.item.sections if isinstance(entry.item, (Question, Exercise)) else ()


def tokens_of(entry: Entry) -> Iterator[tuple[Token, int]]:
    """All Markdown tokens of an entry's sections, each with its line in the file."""
    for section in sections_of(entry):
        for token in read_tokens(section.text):
            yield token, section.line + token.line - 1


def place_of(entry: Entry, field: str) -> dict[str, int]:
    """Line and column of a front-matter field, as keyword arguments of `Finding`."""
    line, column = entry.places.get(field, (1, 1))
    return {"line": line, "column": column}
