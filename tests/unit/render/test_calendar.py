"""Calendars are read by another parser, keep their zones over DST, and update on re-import."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject

from prep_tracker.render.calendar import Entry, render_calendar

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def parse(*entries: Entry) -> vobject.base.Component:
    return vobject.readOne(render_calendar(entries, NOW).decode())


@pytest.mark.parametrize(
    ("zone", "local", "utc"),
    [
        ("Europe/Berlin", datetime(2026, 10, 24, 14), datetime(2026, 10, 24, 12)),  # noqa: DTZ001 - zone is given beside
        ("Europe/Berlin", datetime(2026, 10, 25, 14), datetime(2026, 10, 25, 13)),  # noqa: DTZ001 - zone is given beside
        ("America/New_York", datetime(2026, 3, 8, 9), datetime(2026, 3, 8, 13)),  # noqa: DTZ001 - zone is given beside
        ("Asia/Kolkata", datetime(2026, 7, 1, 9), datetime(2026, 7, 1, 3, 30)),  # noqa: DTZ001 - zone is given beside
    ],
)
def test_a_moment_keeps_its_zone_over_dst(zone: str, local: datetime, utc: datetime) -> None:
    calendar = parse(Entry(key="a", title="Interview", starts=local.replace(tzinfo=ZoneInfo(zone))))
    start = calendar.vevent.dtstart.value
    assert start.astimezone(UTC).replace(tzinfo=None) == utc
    assert start.utcoffset() == local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    assert calendar.vtimezone.tzid.value == zone


def test_the_same_key_gives_the_same_uid_and_another_key_another() -> None:
    first = parse(Entry(key="a", title="One", starts=NOW)).vevent.uid.value
    again = parse(Entry(key="a", title="Changed", starts=NOW + timedelta(days=1))).vevent.uid.value
    other = parse(Entry(key="b", title="One", starts=NOW)).vevent.uid.value
    assert first == again != other


def test_hostile_text_stays_text() -> None:
    title = "A; B, C\\n\nEND:VEVENT\r\nBEGIN:VEVENT"
    calendar = parse(
        Entry(key="a", title=title, starts=NOW, note="line\nline", place="Room 1; left")
    )
    assert len(calendar.vevent_list) == 1
    assert calendar.vevent.location.value == "Room 1; left"
    assert calendar.vevent.description.value == "line\nline"


def test_whole_days_alarms_and_long_lines() -> None:
    calendar = parse(
        Entry(key="a", title="x" * 200, starts=date(2026, 12, 1)),
        Entry(key="b", title="B", starts=NOW, alarm_minutes=30),
    )
    assert calendar.vevent_list[0].dtstart.value == date(2026, 12, 1)
    assert calendar.vevent_list[1].valarm.trigger.value == timedelta(minutes=-30)
    raw = render_calendar((Entry(key="a", title="ü" * 200, starts=NOW),), NOW)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
