"""The plan of the day, kept in the cache until something it depends on changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from prep_tracker.storage import files
from prep_tracker.storage.journal import Journal
from prep_tracker.storage.shelf import NAME as SHELF
from prep_tracker.storage.workspace import Workspace

NAME = "plan.json"
FORM = 1


def read_plan(
    workspace: Workspace, journal: Journal, about: str, make: Callable[[], Mapping[str, Any]]
) -> dict[str, Any]:
    """The plan's record, from the cache where nothing changed since, else made afresh.

    Noticed are new events of the journal, a new short list of questions, changed stories and
    interviews, and whatever `about` names. The short list must have been read before.

    Raises:
        JournalError: The journal cannot be read.
    """
    path, key = workspace.cache / NAME, _key(workspace, journal, about)
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        values = json.loads(path.read_bytes())
        if values["key"] == key and isinstance(values["plan"], dict):
            return dict(values["plan"])
    made = dict(make())
    files.write_cache(path, json.dumps({"key": key, "plan": made}, separators=(",", ":")).encode())
    return made


def _key(workspace: Workspace, journal: Journal, about: str) -> str:
    """What the plan depends on."""
    events = journal.read_rows("SELECT count(*), max(row) FROM events")
    places = [workspace.cache / SHELF]
    for folder in (workspace.stories, workspace.interviews):
        places.append(folder)
        with suppress(OSError):
            places += sorted(folder.iterdir())
    parts = [FORM, about, [list(row) for row in events], [(str(p), _stamp(p)) for p in places]]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _stamp(place: Path) -> int:
    """When a file or folder was last changed; 0 when it is not there."""
    try:
        return place.stat().st_mtime_ns
    except OSError:
        return 0
