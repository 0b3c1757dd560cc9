"""News of changed pages, for the browsers that wait for it."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field

MOST_WAITING = 32
MOST_NAMES = 200
JOURNAL_CHANGED = b"event: journal\ndata: {}\n\n"
Seen = tuple[int, int]
"""Numbers of the latest changes, of pages and of the journal."""
EVENTS = "/-/events"
SCRIPT = "/-/reload.js"
RELOAD = """(() => {
  const here = () => decodeURIComponent(location.pathname).replace(/^\\//, "").replace(/(^|\\/)$/, "$1index.html");
  const source = new EventSource("/-/events");
  let first = "";
  source.addEventListener("site", (event) => {
    const news = JSON.parse(event.data);
    if (first === "") first = news.start;
    if (news.start !== first || news.pages === null || news.pages.includes(here())) location.reload();
  });
  source.addEventListener("journal", () => document.dispatchEvent(new Event("prep-tracker:journal")));
})();
"""


@dataclass(slots=True)
class News:
    """The number of the latest change and the pages it touched (None: any may have); changes of the journal."""

    start: str
    number: int = 0
    journal: int = 0
    pages: tuple[str, ...] | None = ()
    waiting: int = 0
    _turn: threading.Condition = field(default_factory=threading.Condition)

    def publish(self, pages: tuple[str, ...] | None) -> None:
        """Tell every waiting browser."""
        with self._turn:
            self.number += 1
            self.pages = pages if pages is None or len(pages) <= MOST_NAMES else None
            self._turn.notify_all()

    def publish_journal(self) -> None:
        """Tell every waiting browser that the learner's journal has changed."""
        with self._turn:
            self.journal += 1
            self._turn.notify_all()

    def wait(self, seen: Seen, seconds: float) -> tuple[Seen, tuple[bytes, ...]]:
        """What came after `seen`, as server-sent events; none when nothing came in time."""
        with self._turn:
            self._turn.wait_for(lambda: (self.number, self.journal) != seen, seconds)
            said: list[bytes] = []
            if self.number > seen[0]:
                said.append(self.render(self.pages if self.number == seen[0] + 1 else None))
            if self.journal > seen[1]:
                said.append(JOURNAL_CHANGED)
            return (self.number, self.journal), tuple(said)

    def enter(self) -> bool:
        """Take a place among those that wait; False when there is none."""
        with self._turn:
            if self.waiting >= MOST_WAITING:
                return False
            self.waiting += 1
            return True

    def leave(self) -> None:
        """Give the place back."""
        with self._turn:
            self.waiting -= 1

    def render(self, pages: tuple[str, ...] | None) -> bytes:
        """A server-sent event."""
        data = json.dumps({"start": self.start, "pages": pages})
        return f"event: site\ndata: {data}\n\n".encode()
