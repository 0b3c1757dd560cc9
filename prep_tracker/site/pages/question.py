"""The page of a question of any kind: the prompt first, everything else folded in the order of its file."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.model.kinds import KINDS
from prep_tracker.site.library import show_ask
from prep_tracker.site.page import (
    Cell,
    Chip,
    Chips,
    Fold,
    Page,
    Prose,
    Reference,
    References,
    Steps,
    Words,
)
from prep_tracker.site.pages.facts import list_crumbs, list_facts
from prep_tracker.site.pages.suggest import make_suggestion

if TYPE_CHECKING:
    from prep_tracker.model.question import Question, Section
    from prep_tracker.model.source import Source
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block

LONGEST = 155
"""Characters of a page's description that search engines show."""
_STYLES = {
    "In 30 seconds": "pt-fold--short",
    "Key points": "pt-fold--points",
    "Weak, good, great": "pt-fold--grades",
    "By level": "pt-fold--grades",
    "Common mistake": "pt-fold--mistake",
    "Weak story": "pt-fold--weak",
    "Strong story": "pt-fold--strong",
    "A worrying answer": "pt-fold--weak",
    "A good answer": "pt-fold--strong",
    "Proof": "pt-fold--proof",
}


def make_question_page(
    library: Library, question: Question, *, before: Question | None, after: Question | None
) -> Page:
    """The page of one question.

    Args:
        library: All packs.
        question: The question.
        before: The one before it in its topic.
        after: The one after it in its topic.
    """
    blocks: list[Block] = [
        Chips(items=(*_kind_chip(question), *list_facts(question), *_own_facts(question)))
    ]
    blocks.extend(_list_needs(library, question))
    blocks.extend(_make_section(library, question, section) for section in question.sections)
    blocks.extend(list_sources(question.sources))
    blocks.extend(_list_ending(library, question))
    if before or after:
        blocks.append(Steps(previous=_step(before), next=_step(after)))
    return Page(
        url=urls.question_url(question.id),
        title=library.titles[question.id],
        description=make_description(question.section_text("In 30 seconds") or question.ask),
        blocks=tuple(blocks),
        crumbs=list_crumbs(library, question.pack, question.topic),
        nav=f"{question.pack}/{question.topic}",
        style=f"pt-question pt-kind-{question.kind}",
        id=question.id,
    )


@lru_cache(maxsize=1_024)
def make_anchor(title: str) -> str:
    """The anchor of a section: `In 30 seconds` becomes `in-30-seconds`."""
    return "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())


def make_description(text: str) -> str:
    """The first 155 characters of a text without its Markdown marks, cut at a word."""
    plain = " ".join(text.translate(_MARKS).split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rpartition(" ")[0] + " …"


_MARKS = str.maketrans("", "", "*`$#>|")


def list_sources(sources: tuple[Source, ...]) -> tuple[Block, ...]:
    """The sources, open: they are part of the answer's worth."""
    if not sources:
        return ()
    items = tuple(Reference(title=s.title, url=s.url, by=s.by, year=s.year) for s in sources)
    return (
        Fold(
            title="Sources",
            anchor="sources",
            blocks=(References(items=items),),
            style="pt-fold--sources",
        ),
    )


def _kind_chip(question: Question) -> tuple[Chip, ...]:
    if question.kind == "concept" or question.kind not in KINDS:
        return ()
    return (Chip(label="Kind", text=KINDS[question.kind].title, name="kind"),)


def _own_facts(question: Question) -> tuple[Chip, ...]:
    shows = tuple(
        Chip(label="Shows", text=c.value.replace("-", " "), name="shows")
        for c in question.competencies
    )
    whom = tuple(
        Chip(label="Ask", text=w.value.replace("-", " "), name="listener")
        for w in question.listeners
    )
    learn = (Chip(label="Finds out", text=question.learn, name="learn"),) if question.learn else ()
    return (*shows, *whom, *learn)


def _list_needs(library: Library, question: Question) -> tuple[Block, ...]:
    known = [need for need in question.needs if need in library.titles]
    return tuple(
        Words(text=f"First: {library.titles[need]}", url=library.addresses[need], style="pt-needs")
        for need in known
    )


def _make_section(library: Library, question: Question, section: Section) -> Block:
    blocks: tuple[Block, ...] = (Prose(text=section.text),)
    if section.title == "Probes" and question.probes:
        blocks = tuple(
            Fold(
                title=p.ask,
                anchor=f"probe-{i}",
                blocks=(Prose(text=p.answer),),
                is_minor=True,
                style="pt-fold--probe",
            )
            for i, p in enumerate(question.probes, 1)
        )
    elif section.title == "Proof":
        blocks = (_say_proof(library, question), *blocks)
    return Fold(
        title=section.title,
        anchor=make_anchor(section.title),
        blocks=blocks,
        style=_STYLES.get(section.title, ""),
    )


def _say_proof(library: Library, question: Question) -> Block:
    note = library.proofs.get(question.id)
    if note is None:
        text = "This code asserts what the answer claims. It has not been run for this build."
    elif note.status == "passed":
        text = (
            f"This code asserts what the answer claims. It passed on {note.when} "
            f"in {note.seconds:.2f} s with {', '.join(note.versions)}."
        )
    else:
        text = f"This code asserts what the answer claims. On {note.when} it did not pass: {note.status}."
    return Words(text=text, url=urls.PROOFS, style="pt-proof-note")


def _list_ending(library: Library, question: Question) -> tuple[Block, ...]:
    ending: list[Block] = []
    if question.checked:
        ending.append(
            Words(text=f"Facts last checked on {question.checked.isoformat()}.", style="pt-checked")
        )
    lines = [Chip(label="", text=library.lines[key].title, url=f"{urls.SYLLABUS}#{key}", name="line")
             for key in question.covers if key in library.lines]  # fmt: skip
    if lines:
        ending.append(Words(text="In the syllabus", style="pt-small-title"))
        ending.append(Chips(items=tuple(lines)))
    ending.append(make_suggestion(library, question.pack, question.path))
    return tuple(ending)


def _step(question: Question | None) -> Cell | None:
    return (
        Cell(text=show_ask(question.ask), url=urls.question_url(question.id)) if question else None
    )
