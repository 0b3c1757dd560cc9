"""What the planner is given: cards, reviews and minutes, in any plain form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHORTEST: Final = 0.1
"""Minutes; no card takes less."""

HARDEST: Final = 5

STAMPS: Final = 1e8
EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """One question as the planner sees it: how likely asked, how long, how hard (1 to 5)."""

    id: str
    weight: float
    topic: str
    minutes: float
    difficulty: float = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One study or review of a card, as the journal has it; a `datetime` is a date too."""

    card_id: str
    rating: int
    time: date
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Cards in order of id, as arrays with one entry a card.

    Attributes:
        ids: As given.
        rows: From the text of an id to its place.
        weight: Sums to 1.
        minutes: Of the first study, as the card names them.
        hardness: Difficulty less 1, from 0 to 4.
    """

    ids: tuple[object, ...]
    rows: Mapping[str, int]
    weight: Floats
    minutes: Floats
    hardness: NDArray[np.intp]


def read_field(thing: object, name: str, default: object = None) -> object:
    """The value called `name` of a mapping, or of an object with attributes."""
    if isinstance(thing, Mapping):
        return thing.get(name, default)
    return getattr(thing, name, default)


def read_number(thing: object, name: str, default: float) -> float:
    """A field as a finite number; `default` where it is missing or is none."""
    try:
        number = float(read_field(thing, name, default))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return default
    return number if np.isfinite(number) else default


def read_moment(value: object) -> float:
    """Days of a date, moment, ISO text or number; the fraction is the time of day.

    Numbers are days, or from `STAMPS` on seconds since 1970 UTC.

    Raises:
        TypeError: It is none of these.
    """
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return value.toordinal() + (value.hour * 60 + value.minute) / 1440 + value.second / 86400
    if isinstance(value, date):
        return float(value.toordinal())
    if isinstance(value, int | float):
        return float(value) if value < STAMPS else EPOCH + value / 86400
    message = f"not a day: {value!r}"
    raise TypeError(message)


def read_day(value: object) -> int:
    """The whole day of what `read_moment` takes."""
    return int(read_moment(value) // 1)


def read_cards(cards: Iterable[object]) -> Cards:
    """Cards in order of their ids; a second card with an id is passed over."""
    by_id: dict[str, object] = {}
    for card in cards:
        by_id.setdefault(str(read_field(card, "id")), card)
    ordered = [by_id[key] for key in sorted(by_id)]
    weight = np.maximum([read_number(card, "weight", 0) for card in ordered], 0)
    if ordered and weight.sum() == 0:
        weight = np.ones(len(ordered))
    hardness = np.round([read_number(card, "difficulty", 3) for card in ordered]) - 1
    return Cards(
        ids=tuple(read_field(card, "id") for card in ordered),
        rows={key: row for row, key in enumerate(sorted(by_id))},
        weight=weight / weight.sum() if ordered else weight,
        minutes=np.maximum([read_number(card, "minutes", 5) for card in ordered], SHORTEST),
        hardness=np.clip(hardness, 0, HARDEST - 1).astype(np.intp),
    )


def read_budgets(minutes_per_day: float | Sequence[float], days: int) -> Floats:
    """Minutes of each of `days` days; a short sequence goes on with its last value."""
    if isinstance(minutes_per_day, Sequence | np.ndarray):
        given = [float(minutes) for minutes in minutes_per_day] or [0.0]
        given = (given + given[-1:] * (days - len(given)))[:days]
    else:
        given = [float(minutes_per_day)] * days
    return np.asarray(np.maximum(np.nan_to_num(np.asarray(given)), 0))
