"""A journal that is damaged or gone: kept aside, what is readable saved, the last backup brought back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from prep_tracker.errors import JournalError
from prep_tracker.storage import backups, files
from prep_tracker.storage.connection import connect, told
from prep_tracker.storage.workspace import Workspace

RESTORE = "prep-tracker progress restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came back: from which backup (None: from none), its events, and those saved from the broken file."""

    backup: Path | None
    events: int
    saved: int
    aside: Path | None


def refuse_lost(workspace: Workspace) -> None:
    """Never start an empty journal where there was a full one.

    Raises:
        JournalError: The journal is empty or gone, and a backup with events is there.
    """
    good = backups.find_good_backup(workspace.backups)
    if good is None or good[1] == 0:
        return
    state = "empty" if workspace.journal.exists() else "gone"
    raise JournalError(
        f"{workspace.journal} is {state}, but there is {_describe(good)}.",
        f"Bring it back: {RESTORE}",
    )


def _describe(good: tuple[backups.Backup, int]) -> str:
    """A backup in words."""
    backup, count = good
    return f"a backup of {backup.at:%Y-%m-%d %H:%M} UTC with {count} events"


def keep_aside(workspace: Workspace, error: JournalError, now: datetime) -> JournalError:
    """Copy a damaged journal beside itself, once, and say what can be done."""
    kept = ""
    with suppress(OSError):
        kept = f" A copy was kept as {copy_aside(workspace, now).name}."
    good = backups.find_good_backup(workspace.backups)
    offer = (
        f"Bring back {_describe(good)}: {RESTORE}" if good else f"Save what can be read: {RESTORE}"
    )
    return JournalError(f"{error.message}{kept}", offer)


def copy_aside(workspace: Workspace, now: datetime) -> Path:
    """A copy of the journal as it is; one that is there already is not made again.

    Raises:
        OSError: It cannot be made.
    """
    content = workspace.journal.read_bytes()
    for path in sorted(workspace.root.glob("journal.damaged-*.db")):
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return path
    stamp = now.astimezone(UTC).strftime(backups.STAMP)
    target = workspace.root / f"journal.damaged-{stamp}.db"
    partial = target.with_name(f".{target.name}.partial")
    partial.write_bytes(content)
    partial.replace(target)
    hot = workspace.journal.with_name("journal.db-journal")
    if hot.exists():
        shutil.copyfile(hot, target.with_name(f"{target.name}-journal"))
    return target


def read_salvage(path: Path) -> Iterator[tuple[object, ...]]:
    """Rows of events that can still be read from a damaged journal, in the columns' order, some twice."""
    query = "SELECT id, v, kind, item, at, offset, rating, seconds, origin, data FROM events ORDER BY row"
    for order in ("", " DESC"):
        with suppress(sqlite3.Error), closing(connect(path, mode="ro")) as connection:
            yield from connection.execute(query + order)


def put_back(workspace: Workspace, now: datetime) -> Restored:
    """Put the newest whole backup in the journal's place; the broken file stays beside it.

    The caller merges what `read_salvage` gives of the file that was kept aside.

    Raises:
        JournalError: The journal is whole, or nothing can be put back.
    """
    aside: Path | None = None
    with told(workspace.journal):
        if workspace.journal.exists() and workspace.journal.stat().st_size:
            aside = copy_aside(workspace, now)
        good = backups.find_good_backup(workspace.backups)
        content = good[0].path.read_bytes() if good else b""
        workspace.journal.with_name("journal.db-journal").unlink(missing_ok=True)
        if good:
            files.write_bytes(workspace.journal, content)
        else:
            workspace.journal.unlink(missing_ok=True)
    return Restored(
        backup=good[0].path if good else None, events=good[1] if good else 0, saved=0, aside=aside
    )
