"""The syllabus: every line that can be asked, and what covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Cell, Heading, Page, Table, Words
from prep_tracker.site.pages.count import count_of

if TYPE_CHECKING:
    from prep_tracker.model.syllabus import SyllabusLine
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block


def make_syllabus_page(library: Library) -> Page:
    """All lines under their tips."""
    lines = library.catalog.syllabus
    covered = sum(1 for line in lines if line.id in library.covering)
    text = f"{count_of(len(lines), 'subject')} that an interview can ask about; {covered:,} of them have a question here."
    blocks: list[Block] = [Words(text=text, style="pt-lead")]
    for tip in library.catalog.tips:
        own = tuple(line for line in lines if line.tip == tip.number)
        if own:
            blocks.append(Heading(text=f"{tip.number}. {tip.title}", anchor=tip.slug))
            blocks.append(make_line_table(library, own))
    return Page(
        url=urls.SYLLABUS,
        title="Syllabus",
        description="Every subject a machine-learning interview can ask about, and the questions that cover it.",
        blocks=tuple(blocks),
        nav="syllabus",
        style="pt-syllabus",
    )


def make_line_table(library: Library, lines: tuple[SyllabusLine, ...]) -> Table:
    """Lines as a table; each row carries its id as an anchor."""
    return Table(
        header=("Subject", "Area", "Level", "Covered by"),
        rows=tuple(_make_row(library, line) for line in lines),
        anchors=tuple(line.id for line in lines),
    )


def _make_row(library: Library, line: SyllabusLine) -> tuple[Cell, ...]:
    by = next((key for key in library.covering.get(line.id, ()) if key in library.titles), "")
    cover = (
        Cell(text=library.titles[by], url=library.addresses[by]) if by else Cell(text="nothing yet")
    )
    return (Cell(text=line.title), Cell(text=line.area), Cell(text=line.level), cover)
