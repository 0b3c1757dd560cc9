"""The whole plan as a learner sees it: days of tasks, readiness, what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from prep_tracker.plan.cards import PlanCard, Review
from prep_tracker.plan.chores import Chore, ChoreKind, Shopping, plan_chores
from prep_tracker.plan.days import Calendar, say_calendar
from prep_tracker.plan.forecast import Forecast, forecast
from prep_tracker.plan.left_out import LeftOut, find_left_out
from prep_tracker.plan.planner import Task, plan_sittings, prepare
from prep_tracker.plan.schedule import Sitting

MORE_MINUTES = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A question as the plan sees it: its card, and what is shown of it."""

    card: PlanCard
    title: str
    tips: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """Everything a plan is made from.

    Attributes:
        calendar: The days and their minutes.
        subjects: The questions to know.
        history: What was studied, as the learner's own days.
        work: Tasks that are not cards.
        topics: Titles of topics by key.
    """

    calendar: Calendar
    subjects: tuple[Subject, ...]
    history: tuple[Review, ...] = ()
    work: Shopping
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """One day: its date, the minutes there are, and the tasks in order."""

    date: date
    minutes: float
    tasks: tuple[Chore, ...]

    def minutes_of(self, *kinds: ChoreKind) -> float:
        """Minutes of the tasks of these kinds; of all when none is named."""
        return sum(task.minutes for task in self.tasks if not kinds or task.kind in kinds)

    def count(self, kind: ChoreKind) -> int:
        """How many tasks of a kind there are."""
        return sum(task.kind is kind for task in self.tasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """Expected share of what is asked that is known, on the interview day unless said.

    Attributes:
        now: If the interview were today.
        without: If nothing more is studied.
        planned: If the plan is followed.
        more: With half an hour more on every day that has minutes.
        by_tip: For each tip: today, and if the plan is followed.
        course: Day by day, if the plan is followed.
        drift: Day by day, if nothing is studied.
    """

    now: float
    without: float
    planned: float
    more: float
    by_tip: Mapping[int, tuple[float, float]]
    course: tuple[float, ...]
    drift: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePlan:
    """Days, prospects, the topics left out, and remarks in plain sentences."""

    calendar: Calendar
    days: tuple[PlanDay, ...]
    prospect: Prospect
    left_out: tuple[LeftOut, ...]
    remarks: tuple[str, ...]


def make_whole_plan(facts: PlanFacts) -> WholePlan:
    """Share each day between cards and other tasks, plan the cards, and look ahead."""
    chores = plan_chores(facts.calendar.minutes, facts.work)
    left = _minutes_left(facts.calendar.minutes, chores)
    task = _prepare(facts, left)
    sittings = plan_sittings(task)
    ahead = forecast(task.deck, task.habits, sittings)
    days = tuple(
        PlanDay(
            date=facts.calendar.day(number), minutes=minutes,
            tasks=(*_show_cards(facts, task, sittings[number]), *chores[number]),
        )
        for number, minutes in enumerate(facts.calendar.minutes)
    )  # fmt: skip
    return WholePlan(
        calendar=facts.calendar,
        days=days,
        prospect=_look_ahead(facts, task, ahead, left),
        left_out=find_left_out(
            task, sittings, facts.topics, [s.card.topic for s in _ordered(facts)]
        ),
        remarks=(*say_calendar(facts.calendar), *_say_amount(facts, days)),
    )


def _prepare(facts: PlanFacts, minutes: Sequence[float]) -> Task:
    return prepare(
        [subject.card for subject in facts.subjects],
        facts.calendar.today,
        facts.calendar.interview,
        minutes,
        facts.history,
    )


def _minutes_left(minutes: Sequence[float], chores: Sequence[Sequence[Chore]]) -> list[float]:
    """Minutes of each day for cards."""
    used = (sum(chore.minutes for chore in day) for day in chores)
    return [max(each - taken, 0.0) for each, taken in zip(minutes, used, strict=True)]


def _ordered(facts: PlanFacts) -> list[Subject]:
    """Subjects in the order of the rows of the deck."""
    return sorted(facts.subjects, key=lambda subject: subject.card.id)


def _show_cards(facts: PlanFacts, task: Task, day: Sequence[Sitting]) -> list[Chore]:
    """The cards of a day as tasks."""
    shown = {subject.card.id: subject.title for subject in facts.subjects}
    ids = [str(task.cards.ids[sitting.row]) for sitting in day]
    return [
        Chore(
            id=key,
            kind=ChoreKind.NEW if sitting.is_new else ChoreKind.REVIEW,
            title=shown[key],
            minutes=sitting.minutes,
            command="prep-tracker today --start",
        )
        for key, sitting in zip(ids, day, strict=True)
    ]


def _look_ahead(facts: PlanFacts, task: Task, ahead: Forecast, left: Sequence[float]) -> Prospect:
    """Readiness now, with the plan, without it, and with half an hour a day more."""
    idle = forecast(task.deck, task.habits, [[] for _ in left])
    usual = [each + MORE_MINUTES if each > 0 else 0.0 for each in left]
    richer = replace(task, budgets=task.budgets * 0 + usual)
    more = forecast(richer.deck, richer.habits, plan_sittings(richer)).by_day[-1]
    now = forecast(task.deck, task.habits, []).recall
    subjects = _ordered(facts)
    by_tip = {}
    for tip in sorted({tip for subject in subjects for tip in subject.tips}):
        rows = [row for row, subject in enumerate(subjects) if tip in subject.tips]
        weight = task.deck.weight[rows]
        total = float(weight.sum()) or 1.0
        by_tip[tip] = (
            float(weight @ now[rows]) / total,
            float(weight @ ahead.recall[rows]) / total,
        )
    return Prospect(
        now=idle.by_day[0],
        without=idle.by_day[-1],
        planned=ahead.by_day[-1],
        more=max(more, ahead.by_day[-1]),
        by_tip=by_tip,
        course=ahead.by_day,
        drift=idle.by_day,
    )


def _say_amount(facts: PlanFacts, days: Sequence[PlanDay]) -> tuple[str, ...]:
    """Sentences for no questions, and for more time than work."""
    if not days or not any(facts.calendar.minutes):
        return ()
    if not facts.subjects:
        return ("There is no question to plan: see prep-tracker packs list.",)
    spare = sum(day.minutes - day.minutes_of() for day in days)
    open_days = sum(day.minutes > 0 for day in days)
    if spare / open_days > MORE_MINUTES / 3 and spare > sum(facts.calendar.minutes) / 10:
        return (
            f"There is more time than work: about {spare / open_days:.0f} minutes a day stay free.",
            "Add packs, hold more mocks, or take days off.",
        )
    return ()
