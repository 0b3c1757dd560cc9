"""The seconds while somebody thinks, on stderr; shown only on request and in a terminal."""

from __future__ import annotations

import sys
import time
from threading import Event, Thread
from types import TracebackType
from typing import Self


class Stopwatch:
    """Counts on one line until it is left.

    Args:
        shown: Whether to show anything.
        minutes: What the question allows.
    """

    def __init__(self, *, shown: bool, minutes: float) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._minutes = minutes
        self._stop = Event()
        self._thread = Thread(target=self._count, daemon=True)

    def __enter__(self) -> Self:
        """Start counting."""
        if self._shown:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop counting and leave the line."""
        if self._shown:
            self._stop.set()
            self._thread.join()
            sys.stderr.write("\n")

    def _count(self) -> None:
        """Write the time, once a second."""
        start = time.monotonic()
        while not self._stop.is_set():
            minutes, seconds = divmod(int(time.monotonic() - start), 60)
            sys.stderr.write(f"\r{minutes}:{seconds:02d} of {self._minutes:.0f} min ")
            sys.stderr.flush()
            self._stop.wait(1)
