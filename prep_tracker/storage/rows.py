"""Events as rows of the journal's table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage import lines

COLUMNS = "id, v, kind, item, at, offset, rating, seconds, origin, data"
INSERT = f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - a constant
SELECT = f"SELECT {COLUMNS} FROM events"  # noqa: S608 - a constant


def row_of_event(event: Event) -> tuple[object, ...]:
    """An event as the columns have it."""
    return (
        event.id,
        event.v,
        str(event.kind),
        event.item,
        lines.to_milliseconds(event.at),
        event.offset,
        None if event.rating is None else int(event.rating),
        event.seconds,
        event.origin,
        json.dumps(lines.settle(event.data), separators=(",", ":")),
    )


def event_of_row(row: Sequence[Any]) -> Event:
    """An event from its columns."""
    key, version, kind, item, at, offset, rating, seconds, origin, data = row
    return Event(
        id=key,
        v=version,
        kind=EventKind(kind),
        item=item,
        at=lines.from_milliseconds(at),
        offset=offset,
        rating=None if rating is None else Rating(rating),
        seconds=seconds,
        origin=origin,
        data=json.loads(data),
    )
