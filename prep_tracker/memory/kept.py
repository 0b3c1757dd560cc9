"""What the learner keeps beside their ratings: bookmarks, notes, documents; the latest word counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from prep_tracker.memory.replay import newest_id, standing_events
from prep_tracker.model.event import Event, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands after all events.

    Attributes:
        bookmarks: Ids of the questions with a bookmark, by id.
        notes: Markdown by id of the question.
        documents: JSON objects by their name, like `story/<slug>` or `profile`.
    """

    bookmarks: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def replay_kept(events: Iterable[Event], aliases: Mapping[str, str] | None = None) -> Kept:
    """Bookmarks, notes and documents from events in any order; of two on one thing the later counts.

    Args:
        events: From any number of devices; the same one may come twice.
        aliases: Old question id to the id that replaces it.
    """
    bookmarks: dict[str, bool] = {}
    notes: dict[str, str] = {}
    documents: dict[str, Mapping[str, object]] = {}
    for event in standing_events(events):
        if event.kind is EventKind.BOOKMARK:
            bookmarks[newest_id(event.item, aliases or {})] = event.data["on"] is True
        elif event.kind is EventKind.NOTE:
            notes[newest_id(event.item, aliases or {})] = str(event.data["text"])
        elif event.kind is EventKind.DOCUMENT:
            body = event.data["body"]
            documents.pop(event.item, None)
            if isinstance(body, Mapping):
                documents[event.item] = body
    return Kept(
        bookmarks=tuple(sorted(item for item, is_on in bookmarks.items() if is_on)),
        notes={item: text for item, text in sorted(notes.items()) if text.strip()},
        documents=dict(sorted(documents.items())),
    )
