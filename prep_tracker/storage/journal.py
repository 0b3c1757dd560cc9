"""The journal: append-only events in SQLite; what it acknowledges stays."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from prep_tracker.errors import JournalError
from prep_tracker.memory.replay import Step
from prep_tracker.model.event import Event, EventKind
from prep_tracker.storage import backups, damage, lines, schema
from prep_tracker.storage.connection import (
    NOT_SAVED,
    DamagedJournalError,
    check_ours,
    connect,
    told,
)
from prep_tracker.storage.rows import INSERT, SELECT, event_of_row, row_of_event
from prep_tracker.storage.workspace import Workspace

SAME = "SELECT 1 FROM events WHERE id = ? OR (item = ? AND at = ? AND kind = 'review')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What became of foreign events.

    Attributes:
        added: How many were new.
        known: Known already.
        clashed: Known with another content.
        kinds: How many new ones of each kind, in the order of the kinds.
    """

    added: int
    known: int
    clashed: int
    kinds: Mapping[str, int] = field(default_factory=dict)


class Journal:
    """An open journal; made by `open_journal`."""

    def __init__(self, connection: sqlite3.Connection, workspace: Workspace, now: datetime) -> None:
        self._connection = connection
        self._workspace = workspace
        self._path = workspace.journal
        self._backups = workspace.backups
        self._now = now
        self._backed_up = False
        self.warning = ""

    def __enter__(self) -> Self:
        """The journal itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file; keep it aside when it proved to be damaged."""
        self._connection.close()
        if isinstance(error, DamagedJournalError):
            raise damage.keep_aside(self._workspace, error, self._now) from error

    @property
    def connection(self) -> sqlite3.Connection:
        """The open connection, for the other modules of this package."""
        return self._connection

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._path

    @contextmanager
    def _write(self, outcome: str) -> Iterator[None]:
        """A transaction that is on the disk when it ends, or undone."""
        with told(self._path, outcome):
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def append(self, *events: Event) -> None:
        """Add events; returns after they are on the disk.

        Raises:
            JournalError: None of them was added; says why and what to do.
        """
        rows = [row_of_event(event) for event in events]
        with self._write(NOT_SAVED):
            self._connection.executemany(INSERT, rows)
        self._back_up_daily()

    def merge(self, events: Iterable[Event]) -> Merge:
        """Add foreign events by id, in one transaction: any order, any number of times.

        When the same id comes with another content, the smaller line wins on every device and the
        other one is kept in the table `clashes`.

        Raises:
            JournalError: None of them was added.
        """
        return self.merge_all((event, False) for event in events)

    def merge_all(self, events: Iterable[tuple[Event, bool]]) -> Merge:
        """Add foreign events as `merge` does.

        Args:
            events: Each with whether its form keeps only a part of an event; such a one is left out
                when its id, or a review of its question at its instant, is there already.

        Raises:
            JournalError: None of them was added.
        """
        counts = {"added": 0, "known": 0, "clashed": 0}
        kinds = dict.fromkeys(EventKind, 0)
        with self._write("Nothing was imported."):
            for event, is_partial in events:
                outcome = self._merge_one(event, is_partial=is_partial)
                counts[outcome] += 1
                kinds[event.kind] += outcome == "added"
        self._back_up_daily()
        return Merge(**counts, kinds={kind.value: n for kind, n in kinds.items() if n})

    def _merge_one(self, event: Event, *, is_partial: bool) -> str:
        """Add one foreign event; `added`, `known` or `clashed`."""
        if is_partial:
            same = (event.id, event.item, lines.to_milliseconds(event.at))
            if self._connection.execute(SAME, same).fetchone():
                return "known"
        if (
            self._connection.execute(
                INSERT.replace("INSERT", "INSERT OR IGNORE", 1), row_of_event(event)
            ).rowcount
            == 1
        ):
            return "added"
        return "clashed" if self._settle_clash(event) else "known"

    def _settle_clash(self, event: Event) -> bool:
        """Keep the smaller of two contents of one id; whether they differed."""
        row = self._connection.execute(f"{SELECT} WHERE id = ?", (event.id,)).fetchone()
        ours, theirs = lines.render_event(event_of_row(row)), lines.render_event(event)
        if ours == theirs:
            return False
        loser = max(ours, theirs)
        self._connection.execute("INSERT OR IGNORE INTO clashes VALUES (?, ?)", (event.id, loser))
        if loser == ours:
            self._connection.execute("DELETE FROM events WHERE id = ?", (event.id,))
            self._connection.execute(INSERT, row_of_event(event))
        return True

    def _back_up_daily(self) -> None:
        """Make the day's backup unless there is one; a failure is told, never raised: the events are safe."""
        if self._backed_up:
            return
        self._backed_up = True
        try:
            if backups.is_backup_due(self._backups, self._now):
                backups.make_backup(self._connection, self._backups, self._now)
        except (sqlite3.Error, OSError) as error:
            self.warning = f"Today's backup of the journal could not be made: {error}"

    def read_events(self, kinds: Sequence[EventKind] = (), item: str = "") -> list[Event]:
        """The events that stand, ordered by instant and id.

        Args:
            kinds: Only these; all but undos when empty.
            item: Only of this question or exercise; all when empty.

        Raises:
            JournalError: The file cannot be read.
        """
        wanted = tuple(kinds) or tuple(kind for kind in EventKind if kind is not EventKind.UNDO)
        places = ", ".join("?" * len(wanted))
        query, values = f"{SELECT} WHERE kind IN ({places})", [str(kind) for kind in wanted]
        if item:
            query, values = f"{query} AND item = ?", [*values, item]
        undone = self.read_undone()
        with told(self._path):
            rows = self._connection.execute(f"{query} ORDER BY at, id", values)
            return [event_of_row(row) for row in rows if row[0] not in undone]

    def read_all(self) -> Iterator[Event]:
        """Every event, undos and undone ones too, in the order they were written down.

        Raises:
            JournalError: The file cannot be read.
        """
        with told(self._path):
            for row in self._connection.execute(f"{SELECT} ORDER BY row"):
                yield event_of_row(row)

    def read_undone(self) -> frozenset[str]:
        """Ids of the events that were taken back."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT data FROM events WHERE kind = 'undo'"
            ).fetchall()
        return frozenset(str(json.loads(row[0]).get("undoes", "")) for row in rows)

    def read_rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query, for the other modules of this package.

        Raises:
            JournalError: The file cannot be read.
        """
        with told(self._path):
            return self._connection.execute(query, tuple(values)).fetchall()

    def read_steps(self, items: Sequence[str] | None = None) -> dict[str, list[Step]]:
        """The reviews that stand by question, oldest first; of all questions when `items` is None."""
        query = "SELECT item, at, rating, seconds, id FROM events WHERE kind = 'review'"
        values: tuple[str, ...] = ()
        if items is not None:
            query += " AND item IN (SELECT value FROM json_each(?))"
            values = (json.dumps(list(items)),)
        undone = self.read_undone()
        steps: dict[str, list[Step]] = {}
        for item, at, rating, seconds, key in self.read_rows(f"{query} ORDER BY at, id", values):
            if key not in undone:
                steps.setdefault(item, []).append(Step(at=at, rating=rating, seconds=seconds))
        return steps


def open_journal(
    workspace: Workspace, *, now: datetime, migrations: Sequence[Sequence[str]] = schema.MIGRATIONS
) -> Journal:
    """Open the learner's journal; made when the workspace has none yet.

    Args:
        workspace: The learner's folder.
        now: For the names of backups.
        migrations: The steps to the newest version; other ones in tests only.

    Raises:
        JournalError: It cannot be opened, is from a newer version, damaged or gone; nothing was changed.
    """
    path = workspace.journal
    if not path.exists() or path.stat().st_size == 0:
        damage.refuse_lost(workspace)
    try:
        return _open(workspace, now, migrations)
    except DamagedJournalError as error:
        raise damage.keep_aside(workspace, error, now) from error


def _open(workspace: Workspace, now: datetime, migrations: Sequence[Sequence[str]]) -> Journal:
    """Open, after a backup and a migration where the journal is older."""
    path = workspace.journal
    version = check_ours(path, len(migrations)) if path.exists() else 0
    with told(path):
        connection = connect(path, mode="rwc")
        try:
            if version < len(migrations):
                _upgrade(connection, workspace, now, migrations)
        except BaseException:
            connection.close()
            raise
    return Journal(connection, workspace, now)


def _upgrade(
    connection: sqlite3.Connection,
    workspace: Workspace,
    now: datetime,
    migrations: Sequence[Sequence[str]],
) -> None:
    """Bring an empty or older journal up to date, an older one after a backup."""
    connection.execute("PRAGMA journal_mode = DELETE")
    if schema.read_version(connection) > 0:
        try:
            backups.make_backup(connection, workspace.backups, now)
        except OSError as error:
            message = f"The journal is from an older version, and no backup could be made: {error}."
            raise JournalError(
                message, "Free some space or make the folder writable; it was not changed."
            ) from error
    schema.migrate(connection, migrations)
