"""Bookmarks, notes and documents as the journal has them now."""

from __future__ import annotations

from collections.abc import Mapping

from prep_tracker.memory.kept import Kept, replay_kept
from prep_tracker.model.event import EventKind
from prep_tracker.storage.journal import Journal

KINDS = (EventKind.BOOKMARK, EventKind.NOTE, EventKind.DOCUMENT)


def read_kept(journal: Journal, aliases: Mapping[str, str] | None = None) -> Kept:
    """What the learner keeps beside their ratings.

    Args:
        journal: Open.
        aliases: Old question id to the id that replaces it.

    Raises:
        JournalError: The journal cannot be read.
    """
    return replay_kept(journal.read_events(kinds=KINDS), aliases)
