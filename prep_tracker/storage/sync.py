"""Devices in step through a shared folder: each appends to its own file and reads the others'."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from prep_tracker.errors import InputError
from prep_tracker.model.event import Event
from prep_tracker.model.problem import Problem
from prep_tracker.storage import device, files, lines, transfer
from prep_tracker.storage.journal import Journal, Merge

MOST_FILES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What a sync did: events received, events given, files read, problems of lines left out."""

    merge: Merge
    given: int
    files: int
    problems: tuple[Problem, ...]


def sync_folder(journal: Journal, folder: Path, now: datetime) -> Synced:
    """Merge what other devices wrote into the journal, then append what is missing to our own file.

    Any tool may carry the folder: files only grow, and each has one writer.

    Args:
        journal: Open.
        folder: Shared; made when it is missing.
        now: For the header of a new file.

    Raises:
        InputError: The folder cannot be used.
        JournalError: The journal cannot be read or written.
        WorkspaceError: Our own file cannot be written.
    """
    files.make_folder(folder)
    found = sorted(
        path for path in folder.glob("*.jsonl") if path.is_file() and not path.name.startswith(".")
    )
    if len(found) > MOST_FILES:
        raise InputError(
            f"{folder} holds {len(found)} files.", "Choose a folder for nothing but the sync."
        )
    with files.hold(journal.path):
        readings = [transfer.read_file(path) for path in found]
        imported = transfer.import_readings(journal, readings)
        shared: dict[str, list[Event]] = {}
        for reading in readings:
            for event in reading.events:
                shared.setdefault(event.id, []).append(event)
        missing = [event for event in journal.read_all() if event not in shared.get(event.id, ())]
        _append(folder, device.get_device(journal), missing, now)
    return Synced(
        merge=imported.merge, given=len(missing), files=len(found), problems=imported.problems
    )


def _append(folder: Path, name: str, events: Sequence[Event], now: datetime) -> None:
    """Append events to our own file, and go on in a next one before it grows too large."""
    number = 1
    remaining = [lines.render_event(event) for event in events]
    while remaining:
        path = folder / (f"{name}.jsonl" if number == 1 else f"{name}.{number}.jsonl")
        room = transfer.MOST_BYTES - _size(path) - 1000
        taken = 0
        while taken < len(remaining) and room - len(remaining[taken]) - 1 > 0:
            room -= len(remaining[taken]) + 1
            taken += 1
        if taken:
            _append_lines(path, remaining[:taken], lines.render_header(name, now))
        remaining, number = remaining[taken:], number + 1


def _size(path: Path) -> int:
    """Bytes of a file; 0 when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _append_lines(path: Path, added: Sequence[str], header: str) -> None:
    """Append lines in one write that is on the disk when it ends; a torn last line is closed first."""
    old = b""
    with suppress(OSError), path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        old = stream.read(1)
    start = f"{header}\n" if not old else "" if old == b"\n" else "\n"
    try:
        with path.open("ab") as stream:
            stream.write((start + "".join(f"{line}\n" for line in added)).encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise files.explain(path, error, "written") from error
