"""What of the catalog a plan is made from: questions to know, and work besides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from prep_tracker.catalog import Catalog
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.profile import Profile
from prep_tracker.model.question import Question
from prep_tracker.model.words import Level, Round
from prep_tracker.plan.cards import PlanCard
from prep_tracker.plan.chores import Chore, ChoreKind, Shopping
from prep_tracker.plan.weights import Weight
from prep_tracker.plan.whole import Subject

SPOKEN: Final = ("concept", "explain", "behavioral")
"""Kinds of question that are cards of the plan; cases are tasks, questions to ask a list."""

HARDNESS: Final = {Level.JUNIOR: 2, Level.MID: 3, Level.SENIOR: 4, Level.STAFF: 5}

STORIES: Final = 5
"""A plan asks for no more than this many stories."""

STORY_MINUTES: Final = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What the learner has behind them.

    Attributes:
        solved: Ids of exercises whose last attempt passed.
        studied: Ids of questions (cases too) that were reviewed.
        suspended: Ids of questions put aside.
        missing_stories: Competencies without a story, the most asked first.
        days_since_mock: Days since the last mock, or None.
    """

    solved: frozenset[str] = frozenset()
    studied: frozenset[str] = frozenset()
    suspended: frozenset[str] = frozenset()
    missing_stories: tuple[str, ...] = ()
    days_since_mock: int | None = None


def make_subjects(
    catalog: Catalog, weights: Mapping[str, Weight], done: Done
) -> tuple[Subject, ...]:
    """The questions to know, with their weights."""
    return tuple(
        Subject(
            card=PlanCard(
                id=question.id,
                weight=weights[question.id].value,
                topic=f"{question.pack}/{question.topic}",
                minutes=float(question.minutes),
                difficulty=HARDNESS[question.level],
            ),
            title=question.ask,
            tips=catalog.tips_of(question),
        )
        for question in catalog.questions
        if question.kind in SPOKEN and question.id not in done.suspended
    )


def make_shopping(
    catalog: Catalog, profile: Profile, weights: Mapping[str, Weight], done: Done
) -> Shopping:
    """Exercises, cases and stories of the rounds that are expected, most useful a minute first."""
    rounds = set(profile.rounds)
    cases = [q for q in catalog.questions if q.kind == "case" and q.id not in done.studied]
    exercises = [e for e in catalog.exercises if e.id not in done.solved]

    def by_worth(item: Question | Exercise) -> tuple[float, str]:
        return -weights[item.id].value / max(item.minutes, 1), item.id

    speaks = bool(rounds & {Round.BEHAVIORAL, Round.PROJECT})
    return Shopping(
        exercises=_if(
            Round.CODING in rounds,
            sorted(exercises, key=by_worth),
            ChoreKind.EXERCISE,
            _say_exercise,
        ),
        cases=_if(
            Round.SYSTEM_DESIGN in rounds, sorted(cases, key=by_worth), ChoreKind.CASE, _say_case
        ),
        stories=tuple(map(_story, done.missing_stories[:STORIES])) if speaks else (),
        rounds=tuple(one.value for one in profile.rounds),
        days_since_mock=done.days_since_mock,
    )


def _if(
    wanted: bool,
    items: list[Question] | list[Exercise],
    kind: ChoreKind,
    say: Callable[[Question | Exercise], tuple[str, str]],
) -> tuple[Chore, ...]:
    if not wanted:
        return ()
    return tuple(
        Chore(
            id=item.id,
            kind=kind,
            title=say(item)[0],
            minutes=float(item.minutes),
            command=say(item)[1],
        )
        for item in items
    )


def _say_exercise(item: Question | Exercise) -> tuple[str, str]:
    title = item.title if isinstance(item, Exercise) else item.ask
    return title, f"prep-tracker code start {item.slug}"


def _say_case(item: Question | Exercise) -> tuple[str, str]:
    return item.ask, f"prep-tracker review --topic {item.pack}/{item.topic}"


def _story(competency: str) -> Chore:
    return Chore(
        id=f"story/{competency}",
        kind=ChoreKind.STORY,
        title=f"Write a story that shows {competency.replace('-', ' ')}",
        minutes=STORY_MINUTES,
        command=f"prep-tracker story new --competency {competency}",
    )
