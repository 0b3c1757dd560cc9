"""Copies of the journal, one a day, thinned by age; and the way back from one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from prep_tracker.storage import files
from prep_tracker.storage.connection import connect

KEPT = 10
"""So many of the newest are always kept."""

WEEKS = 8
MONTHS = 24
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of the journal: its file, and the instant it was made."""

    path: Path
    at: datetime


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """All backups in a folder, newest first."""
    found = []
    with suppress(OSError):
        for path in folder.glob("journal-*.db"):
            with suppress(ValueError):
                at = datetime.strptime(path.stem.removeprefix("journal-")[:16], STAMP).replace(
                    tzinfo=UTC
                )
                found.append(Backup(path=path, at=at))
    return tuple(sorted(found, key=lambda one: (one.at, one.path.name), reverse=True))


def is_backup_due(folder: Path, now: datetime) -> bool:
    """Whether there is no backup of this day (UTC) yet."""
    return all(backup.at.date() != now.astimezone(UTC).date() for backup in list_backups(folder))


def make_backup(connection: sqlite3.Connection, folder: Path, now: datetime) -> Path:
    """Copy the journal with SQLite's own backup call, check the copy, then thin the older ones.

    Args:
        connection: An open journal.
        folder: Where backups lie.
        now: For the name.

    Raises:
        sqlite3.Error: The journal is broken, or the copy could not be made; no backup was removed.
        OSError: The folder cannot be written to.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = now.astimezone(UTC).strftime(STAMP)
    partial = folder / f".journal-{stamp}.partial"
    partial.unlink(missing_ok=True)
    try:
        with closing(connect(partial, mode="rwc")) as copy:
            connection.backup(copy)
            verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            error = sqlite3.DatabaseError(f"the journal fails its check: {verdict}")
            error.sqlite_errorname = "SQLITE_CORRUPT"
            raise error
        target = _free_name(folder, stamp)
        partial.replace(target)
        files.settle_folder(folder)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    _thin(folder, now.astimezone(UTC).date())
    return target


def _free_name(folder: Path, stamp: str) -> Path:
    """A name for a backup of this second that no other has."""
    names = (f"journal-{stamp}{suffix}.db" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _thin(folder: Path, today: date) -> None:
    """Remove the backups that `choose_kept` does not keep."""
    backups = list_backups(folder)
    kept = choose_kept([backup.at for backup in backups], today)
    for backup in backups:
        if backup.at not in kept:
            with suppress(OSError):
                backup.path.unlink()


def choose_kept(made: Iterable[datetime], today: date) -> frozenset[datetime]:
    """The backups to keep: the newest ten, one a week for eight weeks, one a month for two years.

    Args:
        made: When each was made.
        today: The day to count from.
    """
    newest_first = sorted(made, reverse=True)
    kept = set(newest_first[:KEPT])
    weeks: set[tuple[int, int]] = set()
    months: set[tuple[int, int]] = set()
    for at in newest_first:
        age = today - at.date()
        week, month = at.isocalendar()[:2], (at.year, at.month)
        if age <= timedelta(weeks=WEEKS) and week not in weeks:
            kept.add(at)
        if age <= timedelta(days=31 * MONTHS) and month not in months:
            kept.add(at)
        weeks.add(week)
        months.add(month)
    return frozenset(kept)


def find_good_backup(folder: Path) -> tuple[Backup, int] | None:
    """The newest backup that is whole, and how many events it holds; None when there is none."""
    for backup in list_backups(folder):
        with suppress(sqlite3.Error), closing(connect(backup.path, mode="ro")) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                count = connection.execute("SELECT count(*) FROM events").fetchone()[0]
                return backup, int(count)
    return None
