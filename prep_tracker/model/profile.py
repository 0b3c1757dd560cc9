"""The learner's aim: role, level, companies, rounds, date, minutes a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prep_tracker.model.words import Level, Role, Round


class Weekday(StrEnum):
    """A day of the week, as `profile.yml` writes it."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `date.weekday` counts."""
        return list(Weekday).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the learner aims at, and what they can give.

    Attributes:
        role: Job aimed at.
        level: Seniority of the job.
        companies: Ids of company profiles (`pack/slug`), or plain names.
        rounds: Kinds of interview expected, in the order expected.
        interview_date: The day of the (first) interview, or None when it is not known.
        minutes_per_day: Minutes for a usual day, 0-960.
        days_off: Days of the week without study.
        dates_off: Single dates without study.
        retention: Recall at which a card comes back, 0.70-0.97 (FSRS desired retention).
        words_per_minute: How fast the learner speaks, 60-300.
        name: The learner's name, for e-mails.
        email: The learner's address.
        phone: The learner's number.
        link: A page about the learner.
    """

    role: Role = Role.MLE
    level: Level = Level.MID
    companies: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = tuple(Round)
    interview_date: date | None = None
    minutes_per_day: int = 45
    days_off: tuple[Weekday, ...] = ()
    dates_off: tuple[date, ...] = ()
    retention: float = 0.9
    words_per_minute: int = 140
    name: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""

    def __post_init__(self) -> None:
        """Refuse numbers outside their ranges."""
        for field, low, high in LIMITS:
            value = getattr(self, field)
            if not low <= value <= high:
                message = f"{field} is {value}, but must lie between {low} and {high}"
                raise ValueError(message)

    def is_day_off(self, day: date) -> bool:
        """Whether the learner does not study on this local day."""
        return day in self.dates_off or any(off.number == day.weekday() for off in self.days_off)

    def minutes_on(self, day: date) -> int:
        """Minutes for this local day: 0 on days off."""
        return 0 if self.is_day_off(day) else self.minutes_per_day


LIMITS: tuple[tuple[str, float, float], ...] = (
    ("minutes_per_day", 0, 960),
    ("retention", 0.7, 0.97),
    ("words_per_minute", 60, 300),
)
"""Fields of a profile that are numbers, with the lowest and highest value allowed."""
