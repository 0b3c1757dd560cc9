"""Reviews out of an Anki package of our own deck; the database in it is foreign and only read."""

from __future__ import annotations

import io
import lzma
import os
import sqlite3
import struct
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from prep_tracker.errors import InputError
from prep_tracker.memory import anki_ids
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage import lines, transfer
from prep_tracker.storage.transfer import Reading

MOST_BYTES = 200_000_000
MOST_SECONDS = 30.0
COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Names of the collection in a package, the newest form first."""

TABLES = ("notes", "cards", "revlog")
QUERY = """
    SELECT revlog.id, revlog.ease, revlog.time, revlog.type, notes.flds, notes.guid
    FROM revlog JOIN cards ON cards.id = revlog.cid JOIN notes ON notes.id = cards.nid
    ORDER BY revlog.id
"""
MANUAL = 4
"""Anki's type of entries from which on no question was answered."""


def read_package(content: bytes, name: str) -> Reading:
    """Reviews of an Anki package as events; the same review has the same id on every device.

    Args:
        content: The package's bytes, from anywhere.
        name: The file's name, for problems.

    Raises:
        InputError: It is no Anki package, too large when unpacked, or not of our deck.
    """
    database = _unpack(content, name)
    with tempfile.TemporaryDirectory(prefix="prep-tracker-") as folder:
        path = Path(folder) / "foreign.sqlite"
        path.write_bytes(database)
        try:
            return _read(path, name)
        except sqlite3.Error as error:
            raise InputError(
                f"{name} holds no readable Anki collection ({error}).", "Export the deck again."
            ) from error


def _unpack(content: bytes, name: str) -> bytes:
    """The collection in a package."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            member = next((one for one in COLLECTIONS if one in names), None)
            if member is None:
                raise InputError(
                    f"{name} is not an Anki package.", "Export the deck from Anki as .apkg."
                )
            with package.open(member) as stream:
                raw = stream.read(MOST_BYTES + 1)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        LookupError,
        zlib.error,
        lzma.LZMAError,
        struct.error,
    ) as error:
        raise InputError(
            f"{name} cannot be unpacked ({error}).", "Export the deck again."
        ) from error
    if member.endswith("b"):
        raw = _expand(raw, name)
    if len(raw) > MOST_BYTES:
        raise InputError(
            f"{name} is larger than {MOST_BYTES // 1_000_000} MB when unpacked.",
            "Export our deck only.",
        )
    return raw


def _expand(raw: bytes, name: str) -> bytes:
    """Bytes of Anki's newest form."""
    hint = "In Anki's export window tick 'Support older Anki versions', or: pip install zstandard"
    try:
        import zstandard
    except ImportError as error:
        raise InputError(f"{name} is in Anki's newest form.", hint) from error
    try:
        with zstandard.ZstdDecompressor().stream_reader(raw) as reader:
            return bytes(reader.read(MOST_BYTES + 1))
    except zstandard.ZstdError as error:
        raise InputError(f"{name} cannot be unpacked ({error}).", hint) from error


def _read(path: Path, name: str) -> Reading:
    """Reviews of a collection."""
    stop = time.monotonic() + MOST_SECONDS
    address = f"file:{quote(os.fsencode(path.as_posix()))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        connection.set_progress_handler(lambda: time.monotonic() > stop, 100_000)
        kinds = dict(
            connection.execute(
                "SELECT name, type FROM sqlite_master WHERE name IN ('notes', 'cards', 'revlog')"
            )
        )
        if any(kinds.get(table) != "table" for table in TABLES):
            raise InputError(
                f"{name} is not an Anki collection.", "Export the deck from Anki as .apkg."
            )
        reading = Reading(is_partial=True)
        foreign = 0
        for number, row in enumerate(connection.execute(QUERY), 1):
            try:
                event = _decode(row)
            except (ValueError, TypeError, OverflowError) as error:
                transfer.add_problem(reading, name, number, f"review: {error}")
                continue
            if event is None:
                foreign += 1
            else:
                reading.events.append(event)
        if foreign and not reading.events:
            transfer.add_problem(
                reading, name, 0, "none of its reviews is of a deck that prep-tracker made"
            )
        return reading


def _decode(row: tuple[object, ...]) -> Event | None:
    """A review as an event; None when it is not of our deck or nothing was answered."""
    review, ease, taken, kind, fields, guid = row
    if (
        not isinstance(review, int)
        or not isinstance(ease, int)
        or not isinstance(taken, int)
        or not isinstance(kind, int)
    ):
        message = "its numbers are none"
        raise TypeError(message)
    item = next(_own_item(str(fields), str(guid)), "")
    if not item or kind >= MANUAL or ease == 0:
        return None
    return Event(
        id=anki_ids.event_id(item, review),
        kind=EventKind.REVIEW,
        item=item,
        at=lines.from_milliseconds(review),
        rating=Rating(ease),
        seconds=min(max(taken / 1000, 0.0), 3600.0),
        origin="anki",
    )


def _own_item(fields: str, guid: str) -> Iterator[str]:
    """The question's id of one of our notes."""
    for field in reversed(fields.split("\x1f")):
        item = field.strip()
        if "/" in item and anki_ids.note_guid(item) == guid:
            yield item
