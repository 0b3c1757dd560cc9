"""Checks across packs: every id that a file points at is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from prep_tracker.catalog import Catalog
from prep_tracker.loading.entry import Reference
from prep_tracker.model.problem import Problem

_ITEM_ID = re.compile(r"[a-z0-9-]{1,80}/[a-z0-9-]{1,80}")
MAX_COVERS = 3


def _problem(pack: str, reference: Reference, code: str, message: str, hint: str) -> Problem:
    return Problem(
        code=code,
        message=message,
        path=reference.path,
        line=reference.line,
        column=reference.column,
        hint=hint,
        pack=pack,
    )


def _near(target: str, known: Iterable[str]) -> str:
    near = get_close_matches(target, known, 1)
    return f"did you mean {near[0]}?" if near else "look it up on the site, or leave it out"


def check_references(
    catalog: Catalog, references: Mapping[str, tuple[Reference, ...]]
) -> Iterator[Problem]:
    """Name every unknown syllabus line, topic, question or other item that is pointed at.

    Args:
        catalog: All packs.
        references: What each pack's files point at, by id of the pack.
    """
    known = _known_ids(catalog)
    for pack, found in references.items():
        for reference in found:
            if reference.kind == "replaces":
                yield from _check_replaces(pack, reference, known["link"])
            elif reference.target not in known[reference.kind]:
                code, noun = _CODES[reference.kind]
                message = f"there is no {noun} {reference.target[:170]}"
                yield _problem(
                    pack, reference, code, message, _near(reference.target, known[reference.kind])
                )
    yield from _check_counts(references)
    yield from _check_cycles(catalog, references)


_CODES = {
    "covers": ("unknown-syllabus-line", "syllabus line"),
    "needs": ("unknown-question", "question"),
    "link": ("unknown-link", "item of the catalog"),
    "topic": ("unknown-topic", "topic"),
    "weights": ("unknown-topic", "topic"),
}


def _known_ids(catalog: Catalog) -> dict[str, set[str]]:
    topics = {topic.key for topic in catalog.topics}
    questions = {question.id for question in catalog.questions}
    items = questions | {e.id for e in catalog.exercises}
    items |= {c.id for c in catalog.companies} | {e.id for e in catalog.emails}
    lines = {line.id for line in catalog.syllabus}
    return {"covers": lines, "needs": questions, "link": items, "topic": topics, "weights": topics}


def _check_replaces(pack: str, reference: Reference, items: set[str]) -> Iterator[Problem]:
    if not _ITEM_ID.fullmatch(reference.target):
        hint = "write pack/slug of what this one redoes"
        yield _problem(pack, reference, "bad-id", f"`replaces` is {reference.target[:80]!r}", hint)
    elif reference.target in items:
        message = f"{reference.target} is replaced and still there"
        yield _problem(
            pack,
            reference,
            "replaced-still-there",
            message,
            "delete the old file; learners keep its history",
        )


def _check_counts(references: Mapping[str, tuple[Reference, ...]]) -> Iterator[Problem]:
    for pack, found in references.items():
        counts: dict[str, int] = {}
        for reference in found:
            if reference.kind == "covers":
                counts[reference.path] = counts.get(reference.path, 0) + 1
                if counts[reference.path] == MAX_COVERS + 1:
                    message = f"`covers` names more than {MAX_COVERS} syllabus lines"
                    yield _problem(
                        pack, reference, "too-many-covers", message, "split the question"
                    )


def _check_cycles(
    catalog: Catalog, references: Mapping[str, tuple[Reference, ...]]
) -> Iterator[Problem]:
    """Name every question that needs itself, straight or through others."""
    needs = {question.id: question.needs for question in catalog.questions if question.needs}
    for question, first in needs.items():
        seen: set[str] = set()
        waiting = list(first)
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting.extend(needs.get(one, ()))
        if question in seen:
            pack = question.partition("/")[0]
            path = catalog.get_question(question).path
            place = next(
                r for r in references.get(pack, ()) if r.kind == "needs" and r.path == path
            )
            message = f"{question} needs itself through its prerequisites"
            yield _problem(pack, place, "needs-cycle", message, "delete one of the links")


def check_same_ask(catalog: Catalog) -> Iterator[Problem]:
    """Name every prompt that stands twice, word for word."""
    seen: dict[str, str] = {}
    for question in catalog.questions:
        words = " ".join(re.findall(r"\w+", question.ask.casefold()))
        first = seen.setdefault(words, question.id)
        if first != question.id:
            yield Problem(
                code="same-ask",
                message=f"{first} asks the same",
                path=question.path,
                line=1,
                hint="ask it differently, or delete one of the two",
                pack=question.pack,
            )
