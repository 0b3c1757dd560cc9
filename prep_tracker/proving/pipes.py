"""Pipes from a limited process, drained together and cut to size."""

from __future__ import annotations

import contextlib
import os
import selectors
import time
from collections.abc import Sequence

GRACE = 3.0
"""Seconds beyond the wall limit after which the supervisor itself is killed."""
FLOOD = 64
"""How many times the output limit may be printed before the process is stopped."""


class Pipes:
    """Read ends that are drained together; each keeps only the first bytes up to a limit."""

    def __init__(self, names: Sequence[str], limit: int) -> None:
        self.limit = limit
        self.kept = {name: bytearray() for name in names}
        self.total = dict.fromkeys(names, 0)
        self.readers: dict[str, int] = {}
        self.writers: dict[str, int] = {}
        for name in names:
            self.readers[name], self.writers[name] = os.pipe()

    def close_writers(self) -> None:
        """Close our copies of the write ends, so that the end of the others is seen."""
        for fd in self.writers.values():
            with contextlib.suppress(OSError):
                os.close(fd)
        self.writers.clear()

    def drain(self, seconds: float) -> str:
        """Read until all ends are closed; gives `done`, `timeout` or `flood`."""
        end = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            for name, fd in self.readers.items():
                selector.register(fd, selectors.EVENT_READ, name)
            while selector.get_map():
                left = end - time.monotonic()
                if left <= 0:
                    return "timeout"
                for key, _ in selector.select(left):
                    data = os.read(key.fd, 65_536)
                    if not data:
                        selector.unregister(key.fd)
                    self.keep(key.data, data)
                    if self.total[key.data] > FLOOD * self.limit:
                        return "flood"
        return "done"

    def wait_closed(self) -> None:
        """Wait, a little, until every process that was killed has let go of its ends."""
        end = time.monotonic() + GRACE
        while time.monotonic() < end and self.drain(end - time.monotonic()) == "flood":
            pass

    def keep(self, name: str, data: bytes) -> None:
        """Keep what fits."""
        self.total[name] += len(data)
        room = self.limit - len(self.kept[name])
        if room > 0:
            self.kept[name] += data[:room]

    def text(self, name: str) -> str:
        """What was kept, as text."""
        return self.kept[name].decode(errors="replace")

    def close(self) -> None:
        """Close everything."""
        self.close_writers()
        for fd in self.readers.values():
            with contextlib.suppress(OSError):
                os.close(fd)
        self.readers.clear()
