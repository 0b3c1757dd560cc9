"""What the learner's own page shows, as plain data: it comes from the workspace and is never built into a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalTask:
    """One task: the id of what it is about, its kind in one word, minutes, and the command for it."""

    id: str
    kind: str
    title: str
    minutes: float
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDay:
    """One day of the plan."""

    date: date
    tasks: tuple[PersonalTask, ...]

    @property
    def minutes(self) -> float:
        """Minutes of all tasks together."""
        return sum(task.minutes for task in self.tasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """Aim, plan and readiness of the learner; every share lies between 0 and 1.

    Attributes:
        today: The learner's local day.
        interview: The day of the interview.
        is_supposed: Whether the plan only supposes that day.
        aim: Facts of the profile: what it is, and what it says.
        remarks: Sentences of the plan about itself.
        days: The days until the interview, today first.
        more: Readiness on the day with 30 minutes a day more.
        by_tip: Number of a tip, readiness today, and on the day with the plan.
        course: Readiness day by day with the plan; the last is the interview's.
        drift: Readiness day by day without studying.
    """

    today: date
    interview: date
    is_supposed: bool
    aim: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    days: tuple[PersonalDay, ...] = ()
    more: float = 0.0
    by_tip: tuple[tuple[int, float, float], ...] = ()
    course: tuple[float, ...] = ()
    drift: tuple[float, ...] = ()
