"""A mock interview: draw questions for a round, split the minutes, score the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from prep_tracker.model.question import Question
from prep_tracker.model.words import Level, Round
from prep_tracker.plan.checklist.in_the_room import PHASES

CLOSING_PHASE = "your questions"
NEARBY_LEVELS = 1
RUBRIC = ("clarity", "structure", "depth")
"""Marks 0-4 beside the key points."""


class Chance(Protocol):
    """The part of `random.Random` a draw uses."""

    def random(self) -> float:
        """A number in [0, 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One part of the round: its name, first and last minute."""

    title: str
    starts: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MockPlan:
    """What a mock will ask, in order, and when.

    Attributes:
        round: Kind of interview.
        minutes: Length.
        phases: The time budget.
        questions: In the order in which they are asked.
    """

    round: Round
    minutes: int
    phases: tuple[Phase, ...]
    questions: tuple[Question, ...]

    @property
    def nudges(self) -> tuple[int, ...]:
        """Minutes at which the interviewer looks at the clock: half time, and five before the end."""
        return tuple(sorted({self.minutes // 2, max(self.minutes - 5, 0)}))

    def phase_at(self, minute: float) -> Phase:
        """The phase of a minute; after the end, the last one."""
        return next((phase for phase in self.phases if phase.ends > minute), self.phases[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one answer went.

    Attributes:
        question: Id.
        points_said: Numbers of the key points that were said, from 1.
        points: How many key points there are.
        marks: Pairs of rubric name and mark 0-4.
        seconds: Time taken.
        note: The learner's own words.
    """

    question: str
    points_said: tuple[int, ...]
    points: int
    marks: tuple[tuple[str, int], ...]
    seconds: float
    note: str = ""

    @property
    def score(self) -> float:
        """Share of the answer that was there, 0-1: half key points, half rubric marks."""
        said = len(self.points_said) / self.points if self.points else 0.0
        rubric = sum(mark for _, mark in self.marks) / (4 * len(self.marks)) if self.marks else said
        return (said + rubric) / 2

    @property
    def rating(self) -> int:
        """The rating 1-4 that the score proposes."""
        return 1 + sum(self.score >= bound for bound in (0.4, 0.65, 0.9))


def split_phases(name: Round, minutes: int) -> tuple[Phase, ...]:
    """The round's usual phases stretched to `minutes`, at least one minute each."""
    usual = PHASES[name]
    total = sum(length for _, length in usual)
    phases, start, used = [], 0, 0
    for title, length in usual:
        used += length
        end = max(round(used * minutes / total), start + 1)
        phases.append(Phase(title=title, starts=start, ends=end))
        start = end
    return tuple(phases)


def draw_mock(
    questions: Sequence[Question],
    weigh: Callable[[Question], float],
    *,
    name: Round,
    level: Level,
    minutes: int,
    rng: Chance,
) -> MockPlan:
    """Draw questions for a round, weighty ones more often, no topic twice while others are left.

    Weighted sampling without replacement by keys `u ** (1 / w)`.
    Source: Efraimidis and Spirakis (2006), Weighted random sampling with a reservoir, algorithm A-ES.

    Args:
        questions: All questions at hand.
        weigh: Weight of a question for this learner, >= 0; higher is drawn more often.
        name: The round.
        level: The learner's level; questions more than one level away are left out.
        minutes: Length of the mock.
        rng: Random source; the same state draws the same mock.
    """
    phases = split_phases(name, minutes)
    closing = sum(phase.ends - phase.starts for phase in phases if phase.title == CLOSING_PHASE)
    fitting = [question for question in questions if _fits(question, name, level)]
    keyed = sorted(fitting, key=lambda question: question.id)
    keys = {question.id: _key(weigh(question), rng) for question in keyed}
    order = sorted(keyed, key=lambda question: (-keys[question.id], question.id))
    chosen = _fill(order, minutes - closing)
    return MockPlan(round=name, minutes=minutes, phases=phases, questions=chosen)


def _fits(question: Question, name: Round, level: Level) -> bool:
    levels = list(Level)
    near = abs(levels.index(question.level) - levels.index(level)) <= NEARBY_LEVELS
    return name in question.rounds and near and question.kind != "to-ask"


def _key(weight: float, rng: Chance) -> float:
    draw = rng.random()
    return float(draw ** (1 / weight)) if weight > 0 else draw - 1


def _fill(order: list[Question], minutes: int) -> tuple[Question, ...]:
    """Questions in order until the minutes are used; a second one of a topic only when none else fits."""
    chosen: list[Question] = []
    topics: set[str] = set()
    left = minutes
    for once in (True, False):
        for question in order:
            key = f"{question.pack}/{question.topic}"
            if question in chosen or (once and key in topics) or question.minutes > max(left, 0):
                continue
            chosen.append(question)
            topics.add(key)
            left -= question.minutes
    return tuple(chosen) or tuple(order[:1])
