"""Tasks other than cards: exercises, cases, stories, mocks and the checklist, by visible rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class ChoreKind(StrEnum):
    """What a task is, as the tables show it."""

    NEW = "new"
    REVIEW = "review"
    EXERCISE = "exercise"
    CASE = "case"
    STORY = "story"
    MOCK = "mock"
    CHECKLIST = "checklist"


SHARES: Final = {ChoreKind.EXERCISE: 0.2, ChoreKind.CASE: 0.15, ChoreKind.STORY: 0.1}
"""Share of each day's minutes that is saved up for a kind while it has something to do."""

MOST_OF_A_DAY: Final = 0.6
"""Tasks other than cards take no more of a day than this."""

MOCK_EVERY: Final = 4
MOCK_FIRST: Final = 2
"""Not before this day: a mock needs something to ask about."""

MOCK_BEFORE: Final = 2
"""The last mock is at least this many days before the interview."""

MOCK_MINUTES: Final = 30.0
CHECKLIST_MINUTES: Final = 15.0

RULES: Final = (
    "Exercises get a fifth of each day's minutes, system-design cases 15 %, stories a tenth.",
    "They do so as long as you expect their rounds and there is one left.",
    "A minute that a day has not used for them is saved until the next one fits.",
    "A mock every four days, the last at least two days before the interview.",
    "The checklist the day before; on that day no exercise, case, story or mock.",
    "Tasks other than cards take at most 60 % of a day.",
    "All other minutes go to questions: what is new and what comes back is computed for the day itself.",
)
"""The rules in words, for the learner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """One task of a day that is not a card."""

    id: str
    kind: ChoreKind
    title: str
    minutes: float
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shopping:
    """What there is to do besides cards, the most useful first; mocks take turns through `rounds`."""

    exercises: tuple[Chore, ...] = ()
    cases: tuple[Chore, ...] = ()
    stories: tuple[Chore, ...] = ()
    rounds: tuple[str, ...] = ()
    days_since_mock: int | None = None


@dataclass(slots=True, kw_only=True)
class _Purse:
    """Minutes saved up for one kind, and what they are for."""

    share: float
    waiting: list[Chore]
    saved: float = field(default=0.0)

    def take(self, minutes: float, room: float) -> list[Chore]:
        """Save this day's share, and take what is paid for and fits."""
        if not self.waiting:
            return []
        self.saved += self.share * minutes
        taken = []
        while self.waiting and self.waiting[0].minutes <= min(self.saved, room):
            chore = self.waiting.pop(0)
            taken.append(chore)
            self.saved -= chore.minutes
            room -= chore.minutes
        return taken


def plan_chores(minutes: Sequence[float], work: Shopping) -> list[list[Chore]]:
    """Tasks of each day; what they leave of `minutes` is for cards."""
    kinds = (
        (ChoreKind.EXERCISE, work.exercises),
        (ChoreKind.CASE, work.cases),
        (ChoreKind.STORY, work.stories),
    )
    purses = [_Purse(share=SHARES[kind], waiting=list(chores)) for kind, chores in kinds]
    for purse in purses:
        if purse.waiting and minutes:
            purse.saved = 0.5 * purse.waiting[0].minutes
    last_mock = -(MOCK_EVERY if work.days_since_mock is None else work.days_since_mock)
    mocks = 0
    days: list[list[Chore]] = []
    for number, budget in enumerate(minutes):
        left = len(minutes) - number
        found: list[Chore] = []
        if left == 1:
            found = _checklist(budget)
        elif budget > 0:
            room = MOST_OF_A_DAY * budget
            if _is_mock_day(number, left, last_mock) and work.rounds and room >= MOCK_MINUTES / 2:
                found.append(_mock(min(MOCK_MINUTES, room), work.rounds[mocks % len(work.rounds)]))
                last_mock, mocks = number, mocks + 1
            for purse in purses:
                free = room - sum(chore.minutes for chore in found)
                found += purse.take(budget, free)
        days.append(found)
    return days


def _is_mock_day(number: int, left: int, last: int) -> bool:
    return number >= MOCK_FIRST and left >= MOCK_BEFORE and number - last >= MOCK_EVERY


def _mock(minutes: float, kind: str) -> Chore:
    return Chore(
        id=f"mock/{kind}",
        kind=ChoreKind.MOCK,
        title=f"Mock interview: {kind}",
        minutes=float(int(minutes)),
        command=f"prep-tracker mock --round {kind} --minutes {int(minutes)}",
    )


def _checklist(budget: float) -> list[Chore]:
    minutes = min(CHECKLIST_MINUTES, float(int(MOST_OF_A_DAY * budget)))
    return [
        Chore(
            id="checklist", kind=ChoreKind.CHECKLIST, title="The checklist for the day before",
            minutes=minutes, command="prep-tracker checklist --day-before",
        )
    ]  # fmt: skip
