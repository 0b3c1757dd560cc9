"""Files to import: JSON Lines, an Anki package of our own deck, or a review history as CSV."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

from prep_tracker.errors import InputError
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage import anki_package, lines, transfer
from prep_tracker.storage.transfer import Reading

COLUMNS = {
    "item": ("item", "id", "question", "note"),
    "at": ("at", "review_time", "time", "timestamp", "reviewed", "date"),
    "rating": ("rating", "ease", "grade", "review_rating", "button"),
    "seconds": ("seconds", "duration", "time_taken", "taken"),
    "event": ("event", "event_id"),
    "offset": ("offset",),
    "origin": ("origin",),
}
"""Our names of the columns of a review history, and other names they go by."""

MOST_DIGITS = 15
NEEDED = ("item", "at", "rating")


def read_foreign(path: Path) -> Reading:
    """Events of a file of any form that can be imported; what it is, is seen by its content.

    Raises:
        InputError: It cannot be read at all.
    """
    content = transfer.read_limited(
        path, anki_package.MOST_BYTES if path.suffix == ".apkg" else transfer.MOST_BYTES
    )
    if content.startswith(b"PK\x03\x04"):
        return anki_package.read_package(content, str(path))
    if content.startswith(b"SQLite format 3"):
        message = f"{path} is a database."
        raise InputError(
            message,
            "Export it as JSON Lines (prep-tracker progress export) or as .apkg, then import that.",
        )
    if path.suffix.lower() == ".csv":
        return read_history(content, str(path))
    return transfer.read_bytes(content, str(path))


def read_history(content: bytes, name: str) -> Reading:
    """Events of a review history in CSV; the header names the columns.

    Args:
        content: From anywhere.
        name: The file's name, for problems.

    Raises:
        InputError: A column that is needed is missing, or it is not UTF-8.
    """
    try:
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        header = [cell.strip().lower().replace(" ", "_") for cell in next(rows, [])]
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 text.", "Save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise InputError(f"{name} is not CSV: {error}.", "Save it as CSV again.") from error
    places = {
        key: next((header.index(one) for one in names if one in header), -1)
        for key, names in COLUMNS.items()
    }
    missing = [key for key in NEEDED if places[key] < 0]
    if missing:
        raise InputError(
            f"{name} has no column {missing[0]}.",
            "A review history has item, at and rating at least.",
        )
    reading = Reading(is_partial=True)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return reading
        except csv.Error as error:
            transfer.add_problem(reading, name, rows.line_num, f"not CSV ({error})")
            continue
        if any(cell.strip() for cell in row):
            _read_row(reading, row, places, name, rows.line_num)


def _read_row(
    reading: Reading, row: list[str], places: dict[str, int], name: str, number: int
) -> None:
    """Add one row's event or problem."""
    cells = {
        key: row[place].strip() if 0 <= place < len(row) else "" for key, place in places.items()
    }
    try:
        at = _instant(cells["at"])
        if "/" not in cells["item"]:
            message = "the item is not a question id like pack/slug"
            raise ValueError(message)  # noqa: TRY301 - told with the other faults of the row
        event = Event(
            id=cells["event"] or _make_id(cells["item"], at),
            kind=EventKind.REVIEW,
            item=cells["item"],
            at=at,
            offset=int(cells["offset"] or 0),
            rating=Rating(int(cells["rating"])),
            seconds=float(cells["seconds"] or 0),
            origin=cells["origin"] or "csv",
        )
    except (ValueError, OverflowError) as error:
        transfer.add_problem(reading, name, number, str(error))
    else:
        reading.events.append(event)


def _make_id(item: str, at: datetime) -> str:
    """The same id for the same row of any file."""
    return hashlib.sha256(f"csv {item} {lines.to_milliseconds(at)}".encode()).hexdigest()[:32]


def _instant(text: str) -> datetime:
    """An instant written as ISO 8601 with its zone, or as seconds or milliseconds since 1970."""
    if text.isdigit() and len(text) <= MOST_DIGITS:
        number = int(text)
        return lines.from_milliseconds(number if number > 10**11 else number * 1000)
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        message = f"{text[:40]!r} has no time zone"
        raise ValueError(message)
    return at.astimezone(UTC)
