"""The journal's tables, and how an older journal becomes a newer one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

APPLICATION_ID = 0x50545231
"""Marks a SQLite file as a journal of ours."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE events (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            v INTEGER NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            at INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            rating INTEGER CHECK (rating BETWEEN 1 AND 4),
            seconds REAL NOT NULL,
            origin TEXT NOT NULL,
            data TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX events_by_item ON events (item, at)",
        "CREATE INDEX events_by_instant ON events (at)",
        "CREATE INDEX events_not_reviews ON events (kind) WHERE kind <> 'review'",
        "CREATE TABLE clashes (id TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY (id, line)) STRICT, WITHOUT ROWID",
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "INSERT INTO facts VALUES ('journal', lower(hex(randomblob(16))))",
        """
        CREATE TRIGGER events_stay BEFORE UPDATE ON events
        BEGIN SELECT raise(ABORT, 'events are never changed'); END
        """,
        """
        CREATE TRIGGER events_last BEFORE DELETE ON events
        WHEN NOT EXISTS (SELECT 1 FROM clashes WHERE clashes.id = old.id)
        BEGIN SELECT raise(ABORT, 'events are never deleted'); END
        """,
    ),
)
"""Statements that lead from each version to the next, the first from an empty file."""


def read_version(connection: sqlite3.Connection) -> int:
    """The version of the journal's tables; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file has tables, but is not a journal of ours."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(tables) and mark != APPLICATION_ID


def migrate(
    connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS
) -> None:
    """Bring the tables up to date, all or nothing.

    Raises:
        sqlite3.Error: Nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in migrations[read_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
