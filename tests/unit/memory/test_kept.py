"""Bookmarks, notes and documents: the latest word counts, an undo takes it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from prep_tracker.memory.kept import Kept, replay_kept
from prep_tracker.model.event import MOST_BODY, MOST_NOTE, Event, EventKind
from prep_tracker.storage import lines

START = datetime(2026, 11, 22, 12, tzinfo=UTC)


def event(minute: int, kind: EventKind, item: str = "p/q", **data: object) -> Event:
    """An event of the minute, whose id says so."""
    return Event(
        id=f"event-{minute:03d}",
        kind=kind,
        item=item,
        at=START + timedelta(minutes=minute),
        origin="browser",
        data=data,
    )


def test_latest_word_counts_in_any_order() -> None:
    events = [
        event(1, EventKind.BOOKMARK, on=True),
        event(2, EventKind.BOOKMARK, "p/other", on=True),
        event(3, EventKind.BOOKMARK, "p/other", on=False),
        event(4, EventKind.NOTE, text="first"),
        event(5, EventKind.NOTE, text="*second*"),
        event(6, EventKind.NOTE, "p/other", text="gone"),
        event(7, EventKind.NOTE, "p/other", text=""),
        event(8, EventKind.DOCUMENT, "profile", body={"role": "mle"}),
        event(9, EventKind.DOCUMENT, "story/rollback", body={"title": "Rollback"}),
        event(10, EventKind.DOCUMENT, "story/rollback", body=None),
    ]
    kept = replay_kept(reversed(events))
    assert kept == Kept(
        bookmarks=("p/q",), notes={"p/q": "*second*"}, documents={"profile": {"role": "mle"}}
    )


def test_undo_brings_back_what_stood_before() -> None:
    events = [
        event(1, EventKind.NOTE, text="kept"),
        event(2, EventKind.NOTE, text=""),
        event(3, EventKind.UNDO, undoes="event-002"),
    ]
    assert replay_kept(events).notes == {"p/q": "kept"}


def test_question_that_is_redone_keeps_its_note() -> None:
    events = [event(1, EventKind.NOTE, text="mine"), event(2, EventKind.BOOKMARK, on=True)]
    kept = replay_kept(events, {"p/q": "p/new"})
    assert (dict(kept.notes), kept.bookmarks) == ({"p/new": "mine"}, ("p/new",))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (EventKind.BOOKMARK, {}),
        (EventKind.BOOKMARK, {"on": 1}),
        (EventKind.NOTE, {}),
        (EventKind.NOTE, {"text": None}),
        (EventKind.NOTE, {"text": "x" * (MOST_NOTE + 1)}),
        (EventKind.DOCUMENT, {}),
        (EventKind.DOCUMENT, {"body": "text"}),
        (EventKind.DOCUMENT, {"body": ["list"]}),
        (EventKind.DOCUMENT, {"body": {"text": "x" * MOST_BODY}}),
    ],
)
def test_what_cannot_be_kept_is_refused(kind: EventKind, data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"needs data\."):
        event(1, kind, **data)


def test_longest_note_and_largest_document_fit_into_a_line() -> None:
    note = event(1, EventKind.NOTE, text="\U0001f600" * MOST_NOTE)
    body = {"text": "x" * (MOST_BODY - len('{"text":""}'))}
    for one in (note, event(2, EventKind.DOCUMENT, "profile", body=body)):
        assert lines.decode_line(lines.render_event(one)) == one
