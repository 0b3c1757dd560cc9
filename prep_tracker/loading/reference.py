"""The reference of problem codes for the documentation: what the reader refuses, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

READER: dict[str, str] = {
    "bad-figure": "A figure is png, jpg, gif or webp by name and by its first bytes, and at most 5 MiB.",
    "bad-id": "An id is 1 to 80 of a-z, 0-9 and -, and no name that Windows reserves.",
    "broken-rule": "A rule (of a plugin, most likely) failed itself; tell its author.",
    "complex-key": "A YAML key is one word.",
    "duplicate-id": "An id stands once in a pack, whatever the kind of item.",
    "duplicate-item": "A word stands once in a list.",
    "duplicate-key": "A YAML key stands once in its mapping.",
    "empty-field": "A field says something; an optional one may be left out.",
    "empty-probe": "A probe has a question and an answer.",
    "empty-section": "Each tone of an e-mail has text.",
    "field-too-long": "A field or section has at most 40,000 characters.",
    "hidden-character": "Text holds no control, bidirectional, zero-width (but the joiner) or tag character.",
    "irregular-file": "A pack holds regular files of at most 1 MiB that can be read; no links, pipes or devices.",
    "misplaced-file": "Every file has its place, as in the layout of a pack.",
    "missing-field": "Every required field is there.",
    "missing-file": "An exercise has task.md, starter.py, solution.py and tests.py.",
    "needs-cycle": "No question needs itself, straight or through others.",
    "newer-schema": "The pack's format is one that this program reads.",
    "no-docstring": "A mutant's docstring says what is wrong with it.",
    "no-front-matter": "A content file begins with YAML between two `---` lines.",
    "no-libyaml": "PyYAML comes with its C parser.",
    "not-utf-8": "Files are UTF-8, with or without a byte-order mark.",
    "out-of-range": "A number lies in its range.",
    "python-syntax": "Python files are Python.",
    "quote-it": "A number, date or yes/no where text is meant stands in quotes.",
    "replaced-still-there": "What is replaced is deleted.",
    "same-ask": "No two questions ask the same, word for word.",
    "second-document": "A YAML file holds one document.",
    "stray-text": "Text stands below a heading.",
    "too-large": "A plot holds no more than can be read.",
    "too-deep": "YAML nests at most 12 levels, folders at most 6.",
    "too-many-covers": "A question covers at most three syllabus lines.",
    "too-many-files": "A pack has at most 50,000 files.",
    "too-many-values": "A YAML file holds at most 200,000 values.",
    "unknown-field": "Every field is one that the format has.",
    "unknown-kind": "The kind is one that this program or a plugin knows.",
    "unknown-link": "A link inside the catalog goes to an item that is there.",
    "unknown-question": "A prerequisite is a question that is there.",
    "unknown-syllabus-line": "`covers` names lines of the syllabus.",
    "unknown-topic": "A topic is one that pack.yml declares.",
    "unknown-word": "A word of a fixed vocabulary is one of it.",
    "wrong-tones": "An e-mail has the tones warm, formal and brief.",
    "wrong-type": "A value is of the type that the field has.",
    "yaml-anchor": "YAML has no anchors and aliases.",
    "yaml-directive": "YAML has no directives.",
    "yaml-merge": "YAML has no merge keys.",
    "yaml-syntax": "YAML is YAML.",
    "yaml-tag": "YAML has no tags.",
}
"""Codes of problems that are found while reading or across packs, each with what must hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeReference:
    """One problem code as the documentation shows it; samples are empty for what the reader refuses."""

    name: str
    sentence: str
    good: str = ""
    bad: str = ""


def rules_reference() -> Iterator[CodeReference]:
    """Every problem code of the program itself: rules first, in their order, then what the reader refuses."""
    from prep_tracker.loading.rules import RULES

    for rule in RULES:
        yield CodeReference(name=rule.name, sentence=rule.sentence, good=rule.good, bad=rule.bad)
    for name, sentence in sorted(READER.items()):
        yield CodeReference(name=name, sentence=sentence)
