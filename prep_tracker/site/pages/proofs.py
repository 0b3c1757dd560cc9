"""The proofs page: what was run, when, with which versions, and what has not been run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.library import show_ask
from prep_tracker.site.page import Cell, Page, Table, Words
from prep_tracker.site.pages.count import count_of

if TYPE_CHECKING:
    from prep_tracker.model.question import Question
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block


def make_proofs_page(library: Library) -> Page:
    """All proofs with their last run."""
    proved = [question for question in library.catalog.questions if question.proof]
    passed = [
        q for q in proved if q.id in library.proofs and library.proofs[q.id].status == "passed"
    ]
    lead = (
        f"{count_of(len(proved), 'answer')} carry a block of Python that asserts what the answer claims. "
        f"{len(passed):,} of them passed when they were last run. Run them yourself: prep-tracker packs prove"
    )
    blocks: list[Block] = [Words(text=lead, style="pt-lead")]
    versions = sorted({version for note in library.proofs.values() for version in note.versions})
    if versions:
        blocks.append(Words(text=f"Run with {', '.join(versions)}."))
    if proved:
        blocks.append(
            Table(
                header=("Question", "Result", "Day", "Seconds"),
                rows=tuple(_row(library, q) for q in proved),
            )
        )
    return Page(
        url=urls.PROOFS,
        title="Proofs",
        description="What the answers claim, asserted by code that was run: when, with which versions, in how long.",
        blocks=tuple(blocks),
        nav="proofs",
        style="pt-proofs",
    )


def _row(library: Library, question: Question) -> tuple[Cell, ...]:
    title = Cell(text=show_ask(question.ask), url=f"{urls.question_url(question.id)}#proof")
    note = library.proofs.get(question.id)
    if note is None:
        return (title, Cell(text="not run"), Cell(text=""), Cell(text=""))
    return (title, Cell(text=note.status), Cell(text=note.when), Cell(text=f"{note.seconds:.2f}"))
