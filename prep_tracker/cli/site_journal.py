"""The learner's journal for `site serve`: opened for each request, so that the terminal can use it meanwhile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.site.serve.ledger import Batch

MOST_ROWS = 2_000
"""Events in one answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceLedger:
    """The journal of the workspace that the terminal would use."""

    context: Context

    def read(self, after: int, *, with_ids: bool) -> Batch | None:
        """Events after a row; None where there is no workspace.

        Raises:
            PrepTrackerError: The journal cannot be read.
        """
        from prep_tracker.site.serve.ledger import Batch
        from prep_tracker.storage.lines import render_event
        from prep_tracker.storage.rows import event_of_row

        if self.context.find_workspace() is None:
            return None
        with self.context.open_journal() as journal:
            name = journal.read_rows("SELECT value FROM facts WHERE name = 'journal'")[0][0]
            rows = journal.read_rows(_ROWS, (after, MOST_ROWS + 1))
            ids = journal.read_rows("SELECT id FROM events") if with_ids else None
        lines = tuple(render_event(event_of_row(row[1:])) for row in rows[:MOST_ROWS])
        return Batch(
            journal=name,
            row=rows[:MOST_ROWS][-1][0] if rows else after,
            lines=lines,
            ids=None if ids is None else tuple(row[0] for row in ids),
            has_more=len(rows) > MOST_ROWS,
        )

    def merge(self, content: bytes) -> int | None:
        """Add what a page sends; lines that cannot be used are left out.

        Raises:
            PrepTrackerError: The journal cannot be written; nothing was added.
        """
        from prep_tracker.storage.transfer import import_readings, read_bytes

        if self.context.find_workspace() is None:
            return None
        with self.context.open_journal() as journal:
            return import_readings(journal, [read_bytes(content, "page")]).merge.added

    def get_stamp(self) -> object:
        """Time and size of the journal's file; None while there is none."""
        workspace = self.context.find_workspace()
        if workspace is not None:
            with suppress(OSError):
                found = workspace.journal.stat()
                return found.st_mtime_ns, found.st_size
        return None


_ROWS = (
    "SELECT row, id, v, kind, item, at, offset, rating, seconds, origin, data FROM events "
    "WHERE row > ? ORDER BY row LIMIT ?"
)
