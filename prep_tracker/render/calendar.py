"""A calendar of interviews, sittings and follow-ups that real calendar programs open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

PRODUCT = "-//prep-tracker//calendar//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event of a calendar.

    Attributes:
        key: Stable name; the same key gives the same UID, so that a re-import updates.
        title: One line.
        starts: A moment with its zone, or a whole day.
        minutes: Length; ignored for a whole day.
        note: Text below the title.
        place: Address or link.
        alarm_minutes: Minutes before the start at which to remind; 0 for no reminder.
    """

    key: str
    title: str
    starts: datetime | date
    minutes: int = 60
    note: str = ""
    place: str = ""
    alarm_minutes: int = 0


def render_calendar(entries: tuple[Entry, ...], now: datetime) -> bytes:
    """The entries as an iCalendar file with the time zones they use.

    Source: RFC 5545; UIDs are name-based UUIDs (RFC 9562, version 5) of the keys.

    Args:
        entries: Events; moments without a zone are floating local time.
        now: Stamp of the file, UTC.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for entry in entries:
        calendar.add_component(_make_event(entry, now))
    years = [entry.starts.year for entry in entries] or [now.year]
    calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))
    text: bytes = calendar.to_ical()
    return text


def _make_event(entry: Entry, now: datetime):  # type: ignore[no-untyped-def]  # noqa: ANN202 - icalendar is imported late
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'prep-tracker:{entry.key}')}@prep-tracker")
    event.add("dtstamp", now)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    if isinstance(entry.starts, datetime):
        event.add("duration", timedelta(minutes=entry.minutes))
    if entry.note:
        event.add("description", entry.note)
    if entry.place:
        event.add("location", entry.place)
    if entry.alarm_minutes:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", timedelta(minutes=-entry.alarm_minutes))
        event.add_component(alarm)
    return event
