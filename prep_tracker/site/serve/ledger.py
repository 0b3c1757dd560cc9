"""The learner's journal as the served page sees it: what is new in it, and a way to add to it."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from prep_tracker.site.serve.news import News

JOURNAL = "/-/journal"
PAUSE = 0.25
"""Seconds between two looks at the journal, for what the terminal writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Events written to the journal after some row.

    Attributes:
        journal: Id of the journal, so that a page notices when another workspace is served.
        row: The last row of the batch.
        lines: The events, in the form of the exchange format.
        ids: Ids of all events, when they were asked for.
        has_more: Whether there is another batch.
    """

    journal: str
    row: int
    lines: tuple[str, ...] = ()
    ids: tuple[str, ...] | None = None
    has_more: bool = False

    def render(self) -> bytes:
        """As JSON."""
        values: dict[str, object] = {
            "journal": self.journal,
            "row": self.row,
            "more": self.has_more,
        }
        if self.ids is not None:
            values["ids"] = self.ids
        values["lines"] = self.lines
        return json.dumps(values).encode("ascii")


class Ledger(Protocol):
    """What the server needs of the journal; every call may raise `PrepTrackerError`."""

    def read(self, after: int, *, with_ids: bool) -> Batch | None:
        """Events after a row; None where there is no workspace."""

    def merge(self, content: bytes) -> int | None:
        """Add events; how many were new, or None where there is no workspace."""

    def get_stamp(self) -> object:
        """Changes when the journal does."""


@dataclass(slots=True, kw_only=True)
class Access:
    """The journal, with the secret that pages of this server carry.

    Attributes:
        ledger: The journal.
        token: Made anew with every start of the server.
    """

    ledger: Ledger
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def read(self, query: str) -> Batch | None:
        """What a page asks for: `after=ROW`, and `ids` for the ids of all."""
        wishes = query.split("&")
        after = next((wish[6:] for wish in wishes if wish.startswith("after=")), "0")
        row = int(after) if after.isdecimal() and len(after) < len(str(2**62)) else 0
        with self._turn:
            return self.ledger.read(row, with_ids="ids" in wishes)

    def merge(self, content: bytes) -> int | None:
        """Add what a page sends."""
        with self._turn:
            return self.ledger.merge(content)


def cookie_name(port: int) -> str:
    """Cookies are shared between the ports of one host, so the name says the port."""
    return f"prep-tracker-{port}"


def watch_ledger(
    ledger: Ledger,
    news: News,
    stopped: threading.Event,
    wait: Callable[[float], bool] | None = None,
) -> None:
    """Tell the pages whenever the journal has changed, by whomever, until the event is set."""
    pause = wait or stopped.wait
    seen = ledger.get_stamp()
    while not pause(PAUSE):
        now = ledger.get_stamp() if news.waiting else seen
        if now != seen:
            seen = now
            news.publish_journal()
