"""An event: one thing the learner did, never changed once it is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum, StrEnum
from types import MappingProxyType

EVENT_VERSION = 1
"""Version of the form of events, in the journal and in JSON Lines."""

DAY_STARTS_AT = timedelta(hours=4)
"""The learner's day rolls over at 04:00 local time."""

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
MOST_SECONDS = 86_400.0
MOST_OFFSET = 18 * 60
ID_LENGTH = (8, 64)
ITEM_LENGTH = 200
ORIGIN_LENGTH = 40
MOST_NOTE = 20_000
"""Characters of a note."""
MOST_BODY = 200_000
"""Characters of a document as JSON in ASCII."""

EMPTY: Mapping[str, object] = MappingProxyType({})


class EventKind(StrEnum):
    """What was done."""

    REVIEW = "review"
    ATTEMPT = "attempt"
    MOCK = "mock"
    SUSPENSION = "suspension"
    UNDO = "undo"
    BOOKMARK = "bookmark"
    NOTE = "note"
    DOCUMENT = "document"


class Rating(IntEnum):
    """The learner's own mark of an answer."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing the learner did.

    Attributes:
        id: Random, the same on every device: 8-64 of `0-9 a-z -`.
        kind: What was done.
        item: Id of the question or exercise (`pack/slug`), of the mock, or of the document
            (`story/<slug>`, `profile`, ...).
        at: The instant, UTC, cut to whole milliseconds when the event is made.
        offset: Minutes that local time was ahead of UTC.
        rating: 1-4 for a review (and for a marked attempt or mock), else None.
        seconds: Time taken, 0-86400, rounded to thousandths.
        origin: Where it comes from: `terminal`, `browser`, `anki`, `csv`, ...
        data: Whatever else belongs to it. A suspension has `suspended` (bool), an undo has
            `undoes` (id of an event), a review may have `points` (numbers of the key points said),
            a bookmark has `on` (bool), a note has `text` (Markdown; empty when it was removed), a
            document has `body` (an object; None when it was deleted); attempts and mocks have what
            their commands write.
        v: Version of this form.
    """

    id: str
    kind: EventKind
    item: str
    at: datetime
    offset: int = 0
    rating: Rating | None = None
    seconds: float = 0.0
    origin: str = "terminal"
    data: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    v: int = EVENT_VERSION

    def __post_init__(self) -> None:
        """Cut the instant to milliseconds of UTC, round the seconds to thousandths; refuse what cannot be an event."""
        at = self.at.astimezone(UTC)
        object.__setattr__(self, "at", at.replace(microsecond=at.microsecond // 1000 * 1000))
        object.__setattr__(self, "seconds", round(float(self.seconds), 3))
        fault = find_fault(self)
        if fault:
            raise ValueError(fault)

    @property
    def day(self) -> date:
        """The learner's local day, which rolls over at 04:00, by the offset of that moment."""
        return (self.at + timedelta(minutes=self.offset) - DAY_STARTS_AT).date()

    @property
    def undoes(self) -> str:
        """Id of the event that this one takes back; empty when it takes back none."""
        return str(self.data.get("undoes", "")) if self.kind is EventKind.UNDO else ""


def find_fault(event: Event) -> str:
    """What is wrong with an event in one phrase; empty when nothing is."""
    low, high = ID_LENGTH
    checks = (
        (not low <= len(event.id) <= high or not _is_plain(event.id), f"id must be {low}-{high} of 0-9 a-z -"),
        (not 1 <= len(event.item) <= ITEM_LENGTH or not event.item.isprintable(), "item must be 1-200 printable characters"),
        (not EARLIEST <= event.at < LATEST, "at must lie between the years 2000 and 2100"),
        (abs(event.offset) > MOST_OFFSET, "offset must be within 18 hours, in minutes"),
        (not 0 <= event.seconds <= MOST_SECONDS, "seconds must lie between 0 and 86400"),
        (event.kind is EventKind.REVIEW and event.rating is None, "a review needs a rating"),
        (event.kind is EventKind.UNDO and not event.undoes, "an undo needs data.undoes"),
        (event.kind is EventKind.BOOKMARK and not isinstance(event.data.get("on"), bool), "a bookmark needs data.on, true or false"),
        (event.kind is EventKind.NOTE and not _is_note(event.data.get("text")), f"a note needs data.text of at most {MOST_NOTE} characters"),
        (event.kind is EventKind.DOCUMENT and not _is_body(event.data), f"a document needs data.body, an object or null, of at most {MOST_BODY} characters"),
        (not 1 <= len(event.origin) <= ORIGIN_LENGTH or not event.origin.isprintable(), "origin must be 1-40 printable characters"),
        (event.v != EVENT_VERSION, f"v must be {EVENT_VERSION}"),
    )  # fmt: skip
    return next((fault for wrong, fault in checks if wrong), "")


def _is_plain(text: str) -> bool:
    """Whether a text has only digits, small ASCII letters and hyphens."""
    return text.isascii() and text.replace("-", "a").isalnum() and text == text.lower()


def _is_note(text: object) -> bool:
    """Whether a value can be a note."""
    return isinstance(text, str) and len(text) <= MOST_NOTE


def _is_body(data: Mapping[str, object]) -> bool:
    """Whether `body` is there and can be a document: an object that is not too large, or None."""
    body = data.get("body", False)
    if body is None:
        return True
    return isinstance(body, Mapping) and (
        len(json.dumps(body, default=dict, separators=(",", ":"))) <= MOST_BODY
    )
