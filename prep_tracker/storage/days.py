"""What was done on each local day, from the journal."""

from __future__ import annotations

import json
from datetime import date, timedelta

from prep_tracker.memory.habit import Day
from prep_tracker.storage.journal import Journal

QUERY = """
    SELECT (at / 60000 + offset - 240) / 1440 AS day, count(*), sum(seconds)
    FROM events
    WHERE kind IN ('review', 'attempt', 'mock') AND id NOT IN (SELECT value FROM json_each(?))
    GROUP BY day
"""
"""The learner's day rolls over at 04:00 by the local time of the event itself."""


def read_days(journal: Journal) -> dict[date, Day]:
    """Events and minutes by local day.

    Raises:
        JournalError: The journal cannot be read.
    """
    rows = journal.read_rows(QUERY, (json.dumps(sorted(journal.read_undone())),))
    start = date(1970, 1, 1)
    return {
        start + timedelta(days=day): Day(events=count, minutes=seconds / 60)
        for day, count, seconds in rows
    }


def read_items_on(journal: Journal, day: date) -> frozenset[str]:
    """Ids of the questions reviewed on a local day."""
    return frozenset(item for item, kind, _ in _read_day(journal, day) if kind == "review")


def read_minutes_on(journal: Journal, day: date) -> float:
    """Minutes studied on a local day."""
    return sum(seconds for _, _, seconds in _read_day(journal, day)) / 60


def _read_day(journal: Journal, day: date) -> list[tuple[str, str, float]]:
    """Item, kind and seconds of what was done on a local day."""
    number = (day - date(1970, 1, 1)).days
    undone = journal.read_undone()
    query = """
        SELECT item, kind, seconds, id FROM events
        WHERE kind IN ('review', 'attempt', 'mock')
        AND at BETWEEN ? AND ? AND (at / 60000 + offset - 240) / 1440 = ?
    """
    low, high = (number - 2) * 86_400_000, (number + 3) * 86_400_000
    rows = journal.read_rows(query, (low, high, number))
    return [(item, kind, seconds) for item, kind, seconds, key in rows if key not in undone]
