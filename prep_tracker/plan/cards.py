"""What the planner is given: cards and reviews, in any plain form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """One question as the planner sees it."""

    id: str
    weight: float
    topic: str
    minutes: float
    difficulty: float = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One study or review of a card, as the journal has it."""

    card_id: str
    rating: int
    time: date
    minutes: float


def read_field(thing: object, name: str, default: object = None) -> object:
    """The value called `name` of a mapping or of an object with attributes."""
    if isinstance(thing, Mapping):
        return thing.get(name, default)
    return getattr(thing, name, default)


def read_day(value: object) -> int:
    """The day of a date, a moment, an ISO text or a day number."""
    if isinstance(value, datetime):
        return value.date().toordinal()
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, str):
        return datetime.fromisoformat(value).date().toordinal()
    if isinstance(value, int | float):
        return int(value // 1)
    message = f"not a day: {value!r}"
    raise TypeError(message)
