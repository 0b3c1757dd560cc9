"""Put the catalog's content in the order in which going over it would pay this learner most."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prep_tracker.catalog import Catalog
from prep_tracker.model import urls
from prep_tracker.model.checklist import Reference
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.profile import Profile
from prep_tracker.model.question import Question
from prep_tracker.model.words import Level, Listener, Round
from prep_tracker.plan.checklist.facts import Ranking

TIPS = range(1, 21)
DIGITS = 8
"""Weights that differ less are the same, so that the order does not hang on the last bit of a product."""


def rank_content(
    catalog: Catalog,
    profile: Profile,
    weigh: Callable[[Question | Exercise], float],
    recall: Callable[[str], float],
    is_solved: Callable[[str], bool] = lambda _: False,
) -> Ranking:
    """Rank by what there is to gain: weight times the chance of not knowing it.

    Args:
        catalog: All packs.
        profile: The learner's aim.
        weigh: How likely an item is asked of this learner, any positive scale.
        recall: Probability that the learner recalls a question today, 0 when never studied.
        is_solved: Whether an exercise was passed; unsolved ones come first.
    """

    def gain(question: Question) -> float:
        return round(weigh(question) * (1 - recall(question.id)), DIGITS)

    studied = [q for q in catalog.questions if q.kind not in {"to-ask", "case"}]
    ordered = sorted(studied, key=lambda q: (-gain(q), q.id))
    cases = sorted(
        (q for q in catalog.questions if q.kind == "case"), key=lambda q: (-gain(q), q.id)
    )
    exercises = sorted(
        catalog.exercises,
        key=lambda e: (is_solved(e.id), -round(weigh(e), DIGITS), e.id),
    )
    by_tip = {tip: _references(q for q in ordered if tip in catalog.tips_of(q)) for tip in TIPS}
    by_tip.update(
        {tip: found for tip, found in _extra_tips(catalog, ordered).items() if not by_tip[tip]}
    )
    return Ranking(
        overall=_references(_spread(ordered, catalog)),
        by_tip=by_tip,
        cases=_references(cases),
        exercises=tuple(_refer_exercise(exercise) for exercise in exercises),
        to_ask=_references(_rank_to_ask(catalog, profile, weigh)),
        explain=_references(q for q in ordered if q.kind == "explain"),
    )


def _spread(ordered: list[Question], catalog: Catalog) -> list[Question]:
    """The best questions with no tip twice among the first ones."""
    first: list[Question] = []
    seen: set[tuple[int, ...]] = set()
    for question in ordered:
        tips = catalog.tips_of(question)
        if tips not in seen:
            seen.add(tips)
            first.append(question)
    chosen = {question.id for question in first}
    return [*first, *(question for question in ordered if question.id not in chosen)]


def _extra_tips(catalog: Catalog, ordered: list[Question]) -> dict[int, tuple[Reference, ...]]:
    """Tips that no topic serves but whose syllabus lines some question covers."""
    tip_of = {line.id: line.tip for line in catalog.syllabus}
    found: dict[int, list[Question]] = {tip: [] for tip in TIPS}
    for question in ordered:
        for tip in {tip_of[line] for line in question.covers if line in tip_of}:
            found[tip].append(question)
    return {tip: _references(questions) for tip, questions in found.items()}


def _rank_to_ask(
    catalog: Catalog, profile: Profile, weigh: Callable[[Question | Exercise], float]
) -> list[Question]:
    """Questions to ask, those for the likeliest listener first, each finding out something else."""
    likely = Listener.RESEARCHER if profile.role.value == "research" else Listener.HIRING_MANAGER
    if Round.PROJECT in profile.rounds or profile.level in {Level.SENIOR, Level.STAFF}:
        second = Listener.SKIP_LEVEL
    else:
        second = Listener.PEER
    rank = {likely: 0, second: 1}
    asked = [q for q in catalog.questions if q.kind == "to-ask" and profile.role in q.roles]
    ordered = sorted(
        asked,
        key=lambda q: (
            min((rank.get(who, 2) for who in q.listeners), default=3),
            -round(weigh(q), DIGITS),
            q.id,
        ),
    )
    first: list[Question] = []
    topics: set[str] = set()
    for question in ordered:
        if question.topic not in topics:
            topics.add(question.topic)
            first.append(question)
    return [*first, *(question for question in ordered if question not in first)]


def _references(questions: Iterable[Question]) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            id=question.id,
            title=question.ask,
            minutes=question.minutes,
            url=urls.question_url(question.id),
        )
        for question in questions
    )


def _refer_exercise(exercise: Exercise) -> Reference:
    return Reference(
        id=exercise.id,
        title=exercise.title,
        minutes=exercise.minutes,
        url=urls.exercise_url(exercise.id),
        command=f"prep-tracker code start {exercise.slug}",
    )
