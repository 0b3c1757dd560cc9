"""Events as lines of JSON, the form that terminal, page and sync folder share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from prep_tracker.model.event import EVENT_VERSION, Event, EventKind, Rating

FORMAT = "prep-tracker-events"
MOST_DEPTH = 20
MOST_CHARACTERS = 262_144
"""Of a line; the longest note and the largest document fit, every letter escaped."""
MOST_WHOLE = 2**53 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KEYS = ("v", "id", "kind", "item", "at", "offset", "rating", "seconds", "origin", "data")


def render_header(device: str, now: datetime) -> str:
    """The first line of a file of events."""
    return json.dumps(
        {"format": FORMAT, "v": EVENT_VERSION, "device": device, "at": render_instant(now)}
    )


def render_event(event: Event) -> str:
    """One event as one line, keys in the documented order, ASCII only."""
    values = {
        "v": event.v,
        "id": event.id,
        "kind": str(event.kind),
        "item": event.item,
        "at": render_instant(event.at),
        "offset": event.offset,
        "rating": None if event.rating is None else int(event.rating),
        "seconds": settle(event.seconds),
        "origin": event.origin,
        "data": settle(event.data),
    }
    return json.dumps(values, separators=(",", ":"))


def render_instant(at: datetime) -> str:
    """An instant as `2026-11-22T10:00:00.000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def to_milliseconds(at: datetime) -> int:
    """Whole milliseconds since 1970, UTC."""
    return (at - EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(at: int) -> datetime:
    """The instant so many milliseconds after 1970, UTC."""
    return EPOCH + timedelta(milliseconds=at)


def decode_line(line: str) -> Event | None:
    """The event of a line; None for a header.

    Raises:
        ValueError: The line is not a usable event; the message says why in one phrase.
    """
    values = read_json(line)
    if not isinstance(values, dict):
        message = "expected a JSON object"
        raise ValueError(message)  # noqa: TRY004 - every bad line is a ValueError
    if values.get("format") == FORMAT:
        _check_version(values.get("v"))
        return None
    return decode_event(values)


def read_json(text: str) -> object:
    """Plain values of JSON from anywhere: no constants, no duplicate keys, bounded in size and depth.

    Raises:
        ValueError: It is none, or oversteps a bound.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"longer than {MOST_CHARACTERS} characters"
        raise ValueError(message)
    try:
        values = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_distinct)
    except RecursionError:
        message = f"nested deeper than {MOST_DEPTH}"
        raise ValueError(message) from None
    except json.JSONDecodeError as error:
        message = f"not JSON ({error.msg} at column {error.colno})"
        raise ValueError(message) from None
    _check_depth(values, MOST_DEPTH)
    return values


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is not allowed"
    raise ValueError(message)


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are all different."""
    values = dict(pairs)
    if len(values) != len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return values


def _check_depth(values: object, left: int) -> None:
    """Refuse what is nested deeper than `left`."""
    if not isinstance(values, dict | list):
        return
    if left == 0:
        message = f"nested deeper than {MOST_DEPTH}"
        raise ValueError(message)
    for value in values.values() if isinstance(values, dict) else values:
        _check_depth(value, left - 1)


def _check_version(version: object) -> None:
    """Refuse what a newer program wrote."""
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        message = "v must be a whole number"
        raise ValueError(message)
    if version > EVENT_VERSION:
        message = f"written by a newer prep-tracker (form {version}; this one knows {EVENT_VERSION}): upgrade"
        raise ValueError(message)


def decode_event(values: Mapping[str, object]) -> Event:
    """An event from the values of its line.

    Raises:
        ValueError: A value is missing, unknown or out of range.
    """
    _check_version(values.get("v"))
    unknown = sorted(set(values) - set(KEYS))
    if unknown:
        message = f"unknown key {unknown[0][:40]!r}"
        raise ValueError(message)
    rating = values.get("rating")
    data = values.get("data") or {}
    if not isinstance(data, dict):
        message = "data must be an object"
        raise ValueError(message)  # noqa: TRY004 - every bad line is a ValueError
    settled = settle(data)
    return Event(
        id=_text(values, "id"),
        kind=EventKind(_text(values, "kind")),
        item=_text(values, "item"),
        at=_instant(_text(values, "at")),
        offset=_whole(values.get("offset", 0), "offset"),
        rating=None if rating is None else Rating(_whole(rating, "rating")),
        seconds=_number(values.get("seconds", 0)),
        origin=_text(values, "origin") if "origin" in values else "unknown",
        data=settled if isinstance(settled, dict) else {},
    )


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    if not isinstance(value, str):
        message = f"{key} must be text"
        raise ValueError(message)  # noqa: TRY004 - every bad line is a ValueError
    return value


def _instant(text: str) -> datetime:
    """An instant with its zone."""
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            raise ValueError  # noqa: TRY301 - the same sentence as for no instant at all
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"at must be like 2026-11-22T10:00:00.000Z, not {text[:40]!r}"
        raise ValueError(message) from None


def _whole(value: object, key: str) -> int:
    number = settle(value)
    if isinstance(number, bool) or not isinstance(number, int):
        message = f"{key} must be a whole number"
        raise ValueError(message)  # noqa: TRY004 - every bad line is a ValueError
    return number


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        message = "seconds must be a number"
        raise ValueError(message)  # noqa: TRY004 - every bad line is a ValueError
    return float(settle_number(value))


def settle(value: object) -> object:
    """Values in the one form that JSON of Python and of JavaScript agree on.

    Raises:
        ValueError: A number is too large, infinite or none, or a value is not JSON.
    """
    if isinstance(value, Mapping):
        return {str(key): settle(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, list | tuple):
        return [settle(one) for one in value]
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):
        return settle_number(value)
    message = f"{type(value).__name__} cannot be written as JSON"
    raise ValueError(message)


def settle_number(value: float) -> int | float:
    """A number as whole where it is whole, within what JavaScript keeps exactly.

    Raises:
        ValueError: It is too large, infinite or not a number.
    """
    if isinstance(value, int) or value.is_integer():
        if abs(int(value)) > MOST_WHOLE:
            message = "a number is too large"
            raise ValueError(message)
        return int(value)
    if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - not a number
        message = "a number is infinite or none"
        raise ValueError(message)
    return value
