"""A connection to a journal's file, and its failures in two plain lines."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from prep_tracker.errors import JournalError
from prep_tracker.storage import schema

BUSY_MILLISECONDS = 10_000
CACHE_KIB = 65_536
"""At most; with SQLite's own 2 MiB, importing 100,000 events writes the index's pages many times over."""

DAMAGED = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"})
NOT_SAVED = "This answer was not saved; everything before it is."


class DamagedJournalError(JournalError):
    """The journal's file is broken; it was not touched."""


def connect(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """Open a journal's file as the house demands: no write-ahead log, every commit on the disk.

    Args:
        path: The file.
        mode: `ro`, `rw`, or `rwc` to make it when it is missing.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    if mode == "rwc":
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    place = quote(os.fsencode(path.absolute().as_posix()))
    address = (
        f"file:{'' if place.startswith('/') else '/'}{place}?mode={'ro' if mode == 'ro' else 'rw'}"
    )
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000
    )
    try:
        for line in (
            f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
            "PRAGMA trusted_schema = OFF",
            "PRAGMA cell_size_check = ON",
            f"PRAGMA cache_size = -{CACHE_KIB}",
            "PRAGMA synchronous = EXTRA",
            "PRAGMA fullfsync = ON",
        ):
            connection.execute(line)
    except BaseException:
        connection.close()
        raise
    return connection


def check_ours(path: Path, newest: int = len(schema.MIGRATIONS)) -> int:
    """The version of the journal in a file, which is only read.

    Raises:
        JournalError: It is from a newer program, or no journal of ours.
        DamagedJournalError: It cannot be read as SQLite.
    """
    with told(path):
        try:
            version, foreign = _read_marks(path, "ro")
        except sqlite3.OperationalError as error:
            if not (error.sqlite_errorname or "").startswith("SQLITE_READONLY"):
                raise
            version, foreign = _read_marks(path, "rw")
    if foreign:
        raise JournalError(
            f"{path} is not a journal of prep-tracker.", "Move it away; it was not touched."
        )
    if version > newest:
        message = f"{path} was written by a newer prep-tracker (journal version {version}; this one knows {newest})."
        raise JournalError(
            message, "Upgrade: pip install --upgrade prep-tracker. The file was not touched."
        )
    return version


def _read_marks(path: Path, mode: str) -> tuple[int, bool]:
    """The version of a journal, and whether it is foreign.

    A process killed amid a commit leaves half of it: SQLite takes that back by itself, but not when
    the file is opened to be only read.
    """
    with closing(connect(path, mode=mode)) as connection:
        return schema.read_version(connection), schema.is_foreign(connection)


@contextmanager
def told(path: Path, outcome: str = "Nothing in it was changed.") -> Iterator[None]:
    """Turn what SQLite says into two plain lines.

    Args:
        path: The journal's file.
        outcome: What became of what was being done.

    Raises:
        JournalError: Whatever went wrong, with what to do.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error, outcome) from error
    except OSError as error:
        from prep_tracker.storage.files import advise

        raise JournalError(
            f"{path}: {error.strerror or error}. {outcome}", advise(error)
        ) from error


def explain(path: Path, error: sqlite3.Error, outcome: str) -> JournalError:
    """The two lines for a failure of SQLite."""
    name = getattr(error, "sqlite_errorname", "") or ""
    family = "_".join(name.split("_")[:2])
    if family in DAMAGED or isinstance(error, UnicodeError):
        message = f"{path} is damaged ({error})."
        return DamagedJournalError(message, "See what can be brought back: prep-tracker doctor")
    rows = {
        "SQLITE_FULL": (f"The disk is full. {outcome}", "Free some space, then go on."),
        "SQLITE_READONLY": (f"{path} is read-only. {outcome}", WRITABLE),
        "SQLITE_CANTOPEN": (
            f"{path} cannot be opened or its folder cannot be written to. {outcome}",
            WRITABLE,
        ),
        "SQLITE_PERM": (f"{path} may not be used. {outcome}", WRITABLE),
        "SQLITE_BUSY": (
            f"{path} is in use by another program. {outcome}",
            "Close the other one, then try again.",
        ),
        "SQLITE_LOCKED": (
            f"{path} is in use by another program. {outcome}",
            "Close the other one, then try again.",
        ),
        "SQLITE_IOERR": (
            f"{path} cannot be read or written ({error}). {outcome}",
            "Check that the disk has space and works, then go on.",
        ),
    }
    message, hint = rows.get(family, (f"{path}: {error}. {outcome}", "Run prep-tracker doctor."))
    return JournalError(message, hint)


WRITABLE = "Make the folder writable, or choose another one with --workspace."
