"""Questions and reviews as CSV that a spreadsheet can open without being tricked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prep_tracker.model.card import Card
    from prep_tracker.model.event import Event
    from prep_tracker.model.question import Question

QUESTION_COLUMNS = ("id", "question", "in_30_seconds", "key_points", "answer", "topic", "level", "asked", "minutes",
                    "due", "reviews", "lapses", "stability_days", "difficulty")  # fmt: skip
HISTORY_COLUMNS = ("event", "item", "at", "offset", "rating", "seconds", "origin")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def guard(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def render_questions(questions: Iterable[Question], cards: Mapping[str, Card]) -> str:
    """Questions with the learner's state, as CSV with a header."""
    return _render(
        QUESTION_COLUMNS,
        (_question_row(question, cards.get(question.id)) for question in questions),
    )


def _question_row(question: Question, card: Card | None) -> Sequence[str]:
    """One question."""
    answer = question.section_text("Answer") or "\n\n".join(
        section.text for section in question.sections
    )
    return (
        question.id,
        question.ask,
        question.section_text("In 30 seconds"),
        "\n".join(question.key_points),
        answer,
        f"{question.pack}/{question.topic}",
        str(question.level),
        str(question.asked),
        str(question.minutes),
        card.due.isoformat() if card and card.due else "",
        str(card.reviews if card else 0),
        str(card.lapses if card else 0),
        f"{card.stability:.2f}" if card and card.reviews else "",
        f"{card.difficulty:.2f}" if card and card.reviews else "",
    )


def render_history(events: Iterable[Event]) -> str:
    """Reviews as CSV with a header; `prep-tracker progress import` takes it back."""
    rows = (
        (event.id, event.item, event.at.isoformat(timespec="milliseconds"), str(event.offset),
         str(int(event.rating or 0)), f"{event.seconds:g}", event.origin)
        for event in events
    )  # fmt: skip
    return _render(HISTORY_COLUMNS, rows, guarded=False)


def _render(header: Sequence[str], rows: Iterable[Sequence[str]], *, guarded: bool = True) -> str:
    """Rows as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guard(cell) if guarded else cell for cell in row])
    return stream.getvalue()
