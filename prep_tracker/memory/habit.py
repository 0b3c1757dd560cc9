"""Days of study: minutes by day, and how many days in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was done on one local day: events by number, and minutes."""

    events: int
    minutes: float


def streak(days: Iterable[date], today: date, is_day_off: Callable[[date], bool]) -> int:
    """Days in a row with study, up to today; days off neither count nor break it.

    Args:
        days: Days on which anything was done.
        today: A day without study yet does not break it.
        is_day_off: Whether the learner does not study on a day.
    """
    studied = set(days)
    count, day = 0, today
    if day not in studied:
        day -= timedelta(days=1)
    while studied:
        if day in studied:
            count += 1
        elif not is_day_off(day) or day < min(studied):
            break
        day -= timedelta(days=1)
    return count


def weeks(
    days: Mapping[date, Day], today: date, count: int
) -> tuple[tuple[float | None, ...], ...]:
    """Minutes as seven rows, Monday first, of the last `count` weeks; None for days to come."""
    monday = today - timedelta(days=today.weekday() + 7 * (count - 1))
    rows = []
    for weekday in range(7):
        row = [monday + timedelta(days=weekday + 7 * week) for week in range(count)]
        rows.append(
            tuple(None if day > today else days[day].minutes if day in days else 0.0 for day in row)
        )
    return tuple(rows)
