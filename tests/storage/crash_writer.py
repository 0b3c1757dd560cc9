"""A writer that the crash test kills: appends events, and says each id only after it is acknowledged."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage.files import write_text
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.workspace import Workspace

BASE = datetime(2026, 1, 1, 12, tzinfo=UTC)


def make_event(key: str, at: datetime) -> Event:
    """A review with a given id."""
    return Event(
        id=key, kind=EventKind.REVIEW, item="pack/one", at=at, rating=Rating.GOOD, seconds=3
    )


def main() -> None:
    """Write until killed."""
    root, name, mode, day = sys.argv[1:5]
    now = BASE + timedelta(days=int(day))
    workspace = Workspace(root=Path(root))
    if mode == "text":
        for number in range(10**9):
            write_text(workspace.profile, f"{number % 10}" * 200_000)
            os.write(1, b"\n")
    with open_journal(workspace, now=now) as journal:
        for number in range(10**9):
            if mode == "append":
                key = f"{name}-{number:06d}"
                journal.append(make_event(key, now))
                os.write(1, f"{key}\n".encode())
            else:
                keys = [f"{name}-{number:06d}-{part:02d}" for part in range(20)]
                journal.merge(make_event(key, now) for key in keys)
                os.write(1, "".join(f"{key}\n" for key in keys).encode())


if __name__ == "__main__":
    main()
