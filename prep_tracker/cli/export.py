"""What `progress export` writes for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.cli.output import talk
from prep_tracker.errors import NotFoundError

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.cli.context import Context
    from prep_tracker.model.question import Question
    from prep_tracker.storage.journal import Journal


def export_cards(
    context: Context, anki: Path | None, table: Path | None, topic: str | None, pack: str | None
) -> None:
    """Write questions as an Anki package, as CSV, or both."""
    questions = choose_questions(context.catalog, topic, pack)
    if anki:
        from prep_tracker.render.anki import write_package

        notes, pictures = write_package(context.catalog, questions, anki, context.now().timestamp())
        talk(f"{notes} notes and {pictures} pictures written to {anki}")
    if table:
        from prep_tracker.render.tables import render_questions
        from prep_tracker.storage.files import write_text

        write_text(table, render_questions(questions, context.read_cards()))
        talk(f"{len(questions)} questions written to {table}")


def choose_questions(catalog: Catalog, topic: str | None, pack: str | None) -> tuple[Question, ...]:
    """The questions of a topic or pack, all of them without either.

    Raises:
        NotFoundError: There are none.
    """
    found = tuple(
        question
        for question in catalog.questions
        if (not pack or question.pack == pack)
        and (not topic or topic in {question.topic, f"{question.pack}/{question.topic}"})
    )
    if not found:
        raise NotFoundError(
            "There are no such questions.", "`prep-tracker packs list` shows what there is."
        )
    return found


def export_history(journal: Journal, path: Path) -> int:
    """Write all reviews as CSV; how many."""
    from prep_tracker.model.event import EventKind
    from prep_tracker.render.tables import render_history
    from prep_tracker.storage.files import write_text

    events = journal.read_events(kinds=(EventKind.REVIEW,))
    write_text(path, render_history(events))
    return len(events)
