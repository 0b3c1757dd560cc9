"""A journal put back together: the last good backup, and what the broken file still gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from prep_tracker.errors import JournalError
from prep_tracker.model.event import Event
from prep_tracker.storage import damage, schema
from prep_tracker.storage.connection import DamagedJournalError, check_ours, connect, told
from prep_tracker.storage.damage import Restored
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.rows import event_of_row
from prep_tracker.storage.workspace import Workspace


def restore_journal(workspace: Workspace, now: datetime) -> Restored:
    """Put the newest good backup in place and merge what the broken file still gives.

    Raises:
        JournalError: The journal is whole, from a newer version, or cannot be written.
    """
    if _is_whole(workspace.journal):
        raise JournalError(
            "The journal is whole; there is nothing to restore.", "See prep-tracker progress."
        )
    restored = damage.put_back(workspace, now)
    with open_journal(workspace, now=now) as journal:
        saved = journal.merge(_salvage(restored.aside)).added if restored.aside else 0
        count = journal.read_rows("SELECT count(*) FROM events")[0][0]
    return replace(restored, events=count, saved=saved)


def _is_whole(path: Path) -> bool:
    """Whether a journal passes SQLite's own check."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        check_ours(path, len(schema.MIGRATIONS))
        with told(path):
            connection = connect(path, mode="ro")
            try:
                return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
            finally:
                connection.close()
    except DamagedJournalError:
        return False


def _salvage(aside: Path) -> Iterator[Event]:
    """Events that can still be read from a broken file."""
    for row in damage.read_salvage(aside):
        with suppress(ValueError, TypeError, KeyError):
            yield event_of_row(row)
