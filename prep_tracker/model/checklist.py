"""A checklist: boxes to tick around the interview, each serving one of the twenty tips."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class When(StrEnum):
    """The part of the week an item belongs to."""

    THIS_WEEK = "this-week"
    DAY_BEFORE = "day-before"
    MORNING = "morning"
    IN_THE_ROOM = "in-the-room"
    AFTER = "after"


WHEN_TITLES: dict[When, str] = {
    When.THIS_WEEK: "This week",
    When.DAY_BEFORE: "The day before",
    When.MORNING: "The morning",
    When.IN_THE_ROOM: "In the room",
    When.AFTER: "Within 24 hours after",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A thing an item names.

    Attributes:
        id: `pack/slug`, or the id of a story.
        title: What the reader sees.
        minutes: Minutes to allow, 0 when it does not matter.
        url: Page on the site, relative to its root; empty for the learner's own things.
        command: What opens it in the terminal; may be empty.
    """

    id: str
    title: str
    minutes: int = 0
    url: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One box to tick.

    Attributes:
        id: Stable: the same task about the same things has the same id each time.
        tip: Number of the tip it serves, 1-20.
        when: Part of the week.
        text: What to do, one or two sentences.
        references: The things it names.
        is_done: Whether it was ticked.
    """

    id: str
    tip: int
    when: When
    text: str
    references: tuple[Reference, ...] = ()
    is_done: bool = False
