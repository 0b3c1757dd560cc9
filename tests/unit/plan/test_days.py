"""The days to plan for, and clear sentences for odd ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from prep_tracker.model.profile import Profile, Weekday
from prep_tracker.plan.days import find_calendar, say_calendar

MONDAY = date(2026, 3, 2)


def calendar(days: int | None, **more: object):  # noqa: ANN201 - a Calendar
    day = None if days is None else MONDAY + timedelta(days=days)
    return find_calendar(Profile(interview_date=day, **more), MONDAY, 10)  # type: ignore[arg-type]


def test_days_off_have_no_minutes_and_today_has_what_is_left() -> None:
    found = calendar(7, days_off=(Weekday.SAT, Weekday.SUN))
    assert found.minutes == (35, 45, 45, 45, 45, 0, 0)
    assert found.day(5) == date(2026, 3, 7)
    assert say_calendar(found) == ()


def test_more_time_spent_than_there_was_leaves_nothing() -> None:
    assert find_calendar(Profile(interview_date=date(2026, 3, 4)), MONDAY, 100).minutes == (0, 45)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "No interview date"),
        (-5, "nothing left to plan"),
        (0, "is today"),
        (1, "is tomorrow"),
        (200, "half a year"),
        (400, "a year"),
        (3000, "two years"),
    ],
)
def test_odd_dates_are_said(days: int | None, words: str) -> None:
    assert words in " ".join(say_calendar(calendar(days)))


def test_no_plan_is_longer_than_two_years() -> None:
    assert len(calendar(3000).minutes) == 730


def test_no_minutes_are_said() -> None:
    assert "no minutes" in " ".join(say_calendar(calendar(5, minutes_per_day=0)))
