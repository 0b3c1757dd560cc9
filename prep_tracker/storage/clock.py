"""A clock that went back: said, never a reason to lose an answer."""

from __future__ import annotations

from datetime import datetime

from prep_tracker.storage import lines
from prep_tracker.storage.journal import Journal

SLACK_MINUTES = 5


def find_clock_warning(journal: Journal, now: datetime) -> str:
    """A sentence when the clock is behind the newest answer, else empty.

    Raises:
        JournalError: The journal cannot be read.
    """
    newest = journal.read_rows("SELECT max(at) FROM events")[0][0]
    behind = 0.0 if newest is None else (newest - lines.to_milliseconds(now)) / 60_000
    if behind < SLACK_MINUTES:
        return ""
    return (
        f"Your clock is {_say_span(behind)} behind your newest answer: check date and time. "
        "Nothing is lost; new answers are kept with the time your clock says."
    )


def _say_span(minutes: float) -> str:
    """Minutes as a person says them."""
    for length, name in ((1440, "days"), (60, "hours")):
        if minutes >= 2 * length:
            return f"{minutes / length:.0f} {name}"
    return f"{minutes:.0f} minutes"
