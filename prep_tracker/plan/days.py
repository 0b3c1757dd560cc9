"""The days until an interview: dates, minutes, and plain sentences for odd cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from prep_tracker.model.profile import Profile

MOST_DAYS: Final = 730
"""No plan looks further ahead than two years."""

WITHOUT_DATE: Final = 28
"""Days to plan for while no date is known."""

FAR: Final = 180
YEAR: Final = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days from today to the one before the interview.

    Attributes:
        today: Day 0.
        interview: The day that counts; supposed where none is known.
        is_supposed: Whether no date is known.
        minutes: Minutes of each day; the first is what is left of today.
    """

    today: date
    interview: date
    is_supposed: bool
    minutes: tuple[float, ...]

    def day(self, number: int) -> date:
        """Date of day `number`."""
        return self.today + timedelta(days=number)


def find_calendar(profile: Profile, today: date, spent: float = 0.0) -> Calendar:
    """The days to plan for; `spent` minutes of today are gone."""
    wanted = profile.interview_date
    supposed = wanted is None
    interview = today + timedelta(days=WITHOUT_DATE) if wanted is None else wanted
    interview = min(interview, today + timedelta(days=MOST_DAYS))
    count = max((interview - today).days, 0)
    minutes = [float(profile.minutes_on(today + timedelta(days=n))) for n in range(count)]
    if minutes:
        minutes[0] = max(minutes[0] - spent, 0.0)
    return Calendar(today=today, interview=interview, is_supposed=supposed, minutes=tuple(minutes))


def say_calendar(calendar: Calendar) -> tuple[str, ...]:
    """What is odd about the days, in sentences; empty when nothing is."""
    left = (calendar.interview - calendar.today).days
    when = calendar.interview.isoformat()
    if calendar.is_supposed:
        return (f"No interview date is set: this plan supposes {when}. Give one with --date.",)
    if left < 0:
        return (
            f"The interview was on {when}: there is nothing left to plan.",
            "Write down how it went (prep-tracker debrief), or set the next date with --date.",
        )
    if left == 0:
        return ("The interview is today: nothing new now. Go through prep-tracker checklist.",)
    found = []
    if left == 1:
        found.append("The interview is tomorrow: today's minutes are all there is.")
    if left > FAR:
        found.append(_say_far(left))
    if not any(calendar.minutes):
        found.append(
            "There are no minutes to plan with: give some with --minutes, or fewer days off."
        )
    return tuple(found)


def _say_far(left: int) -> str:
    span = "two years" if left >= MOST_DAYS else "a year" if left >= YEAR else "half a year"
    return (
        f"The interview is {left} days away, about {span} or more: "
        "the near days are exact, far ones a sketch that every new day redraws."
    )
