"""Watch folders for edits, and say once that something changed when the writing has stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET = 0.12
"""Seconds without a further event after which an edit counts as done."""


class Watcher(FileSystemEventHandler):
    """Collects the paths that changed."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Watch the folders and all below them."""
        self._changed: set[Path] = set()
        self._turn = threading.Condition()
        self._last = 0.0
        self._observer: Any = Observer()
        for folder in folders:
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what changed; that a file was opened or read is no change."""
        if event.is_directory or event.event_type not in {
            "created",
            "modified",
            "deleted",
            "moved",
        }:
            return
        with self._turn:
            names = (event.src_path, getattr(event, "dest_path", ""))
            self._changed.update(Path(str(name)) for name in names if name)
            self._last = time.monotonic()
            self._turn.notify_all()

    def wait(self, seconds: float) -> set[Path]:
        """The paths that changed, once they are left alone; empty when nothing did in that time."""
        with self._turn:
            if not self._turn.wait_for(lambda: bool(self._changed), seconds):
                return set()
            while (rest := self._last + QUIET - time.monotonic()) > 0:
                self._turn.wait(rest)
            changed, self._changed = self._changed, set()
            return {path for path in changed if is_content(path)}

    def stop(self) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()


def is_content(path: Path) -> bool:
    """Whether an edit of the file can matter: no editor's swap or backup file."""
    return not (
        path.name.startswith((".", "#"))
        or path.name.endswith(("~", ".tmp", ".swp", ".swx"))
        or path.name == "4913"
    )
