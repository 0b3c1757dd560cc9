"""The ids by which Anki and we know the same note, whoever made it and however often."""

from __future__ import annotations

import hashlib

MODEL = 1_758_214_361
DECK = 1_758_214_362
FIELDS = (
    "Question",
    "In 30 seconds",
    "Key points",
    "Answer",
    "Common mistake",
    "Probes",
    "Topic",
    "Id",
)
"""Fields of a note; the last one is the question's id."""


def note_guid(item: str) -> str:
    """The id of a question's note in every collection."""
    return "pt" + hashlib.sha256(f"prep-tracker note {item}".encode()).hexdigest()[:16]


def event_id(item: str, review: int) -> str:
    """The id of the event for one review in Anki.

    Args:
        item: Id of the question.
        review: Anki's number of the review: its instant in milliseconds since 1970 UTC.
    """
    return hashlib.sha256(f"anki {item} {review}".encode()).hexdigest()[:32]


def deck_id(topic: str) -> int:
    """The number of a topic's deck."""
    return DECK + int(hashlib.sha256(topic.encode()).hexdigest()[:7], 16) + 1
