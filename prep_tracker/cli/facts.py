"""Gather what the checklist is made from: profile, catalog, cards, stories, interview."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prep_tracker.cli.output import talk
from prep_tracker.model.checklist import Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from prep_tracker.cli.context import Context
    from prep_tracker.model.card import Card
    from prep_tracker.model.company import Company
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.interview import Interview
    from prep_tracker.model.profile import Profile
    from prep_tracker.model.question import Question
    from prep_tracker.model.story import Story
    from prep_tracker.plan.checklist import ChecklistFacts
    from prep_tracker.storage.workspace import Workspace


def find_company(context: Context, name: str) -> Company | None:
    """The company profile with this id, slug or name, or None."""
    wanted = name.strip().casefold()
    for company in context.catalog.companies:
        if wanted in {company.id, company.slug, company.title.casefold()}:
            return company
    return None


def gather_facts(
    context: Context,
    workspace: Workspace | None,
    profile: Profile,
    interview: Interview | None,
    company: str,
) -> ChecklistFacts:
    """Everything the checklist may depend on, from the learner's folder and the packs."""
    from prep_tracker.plan.checklist import ChecklistFacts
    from prep_tracker.plan.checklist.rank import rank_content

    name = company or (interview.company if interview else "") or next(iter(profile.companies), "")
    found = find_company(context, name) if name else None
    cards = context.read_cards() if workspace else {}
    solved = find_solved(context) if workspace else frozenset()
    days = (profile.interview_date - context.today()).days if profile.interview_date else 1
    ranking = rank_content(
        context.catalog,
        profile,
        weigher(context, profile, found),
        recaller(context, cards, days),
        solved.__contains__,
    )
    stories, gaps = _gather_stories(workspace, profile, context)
    return ChecklistFacts(
        profile=profile,
        today=context.today(),
        ranking=ranking,
        stories=stories,
        story_gaps=gaps,
        company=found,
        company_name=found.title if found else name,
        interview=interview,
    )


def weigher(
    context: Context, profile: Profile, company: Company | None
) -> Callable[[Question | Exercise], float]:
    """How likely an item is asked of this learner, with the company and past interviews in mind."""
    from prep_tracker.plan.weights import Aim, weigh_items
    from prep_tracker.storage.interviews import list_interviews

    workspace = context.find_workspace()
    interviews = list_interviews(workspace)[0] if workspace else ()
    aim = Aim(profile=profile, company=company, interviews=interviews)
    catalog = context.catalog
    weights = weigh_items(catalog, aim, (*catalog.questions, *catalog.exercises))
    return lambda item: weights[item.id].value


def recaller(context: Context, cards: dict[str, Card], days: int = 1) -> Callable[[str], float]:
    """The probability that a question is recalled some days from now; 0 for one never studied."""
    if not cards:
        return lambda _: 0.0
    from prep_tracker.memory import replay, schedule

    then = replay.to_milliseconds(context.now() + timedelta(days=max(days, 1)))

    def recall(key: str) -> float:
        card = cards.get(key)
        return schedule.recall(replay.memory_of(card), then) if card else 0.0

    return recall


def find_solved(context: Context) -> frozenset[str]:
    """Ids of the exercises whose last attempt passed."""
    from prep_tracker.model.event import EventKind

    workspace = context.find_workspace()
    if workspace is None or not workspace.journal.exists():
        return frozenset()
    with context.open_journal() as journal:
        events = journal.read_events(kinds=(EventKind.ATTEMPT,))
    last = {event.item: bool(event.data.get("passed")) for event in events}
    return frozenset(item for item, passed in last.items() if passed)


def _gather_stories(
    workspace: Workspace | None, profile: Profile, context: Context
) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """The learner's stories with minutes aloud, and the competencies without one."""
    from prep_tracker.model.words import Competency

    if workspace is None:
        return (), ()
    from prep_tracker.storage.stories import list_stories

    stories, faults = list_stories(workspace)
    for fault in faults:
        talk(f"warning: {fault.message} It is left out.")
    asked = _asked_competencies(context)
    shown = {name for story in stories for name in story.competencies}
    gaps = tuple(
        name.value
        for name in sorted(Competency, key=lambda one: -asked.get(one.value, 0))
        if name not in shown
    )
    return tuple(_refer(story, profile) for story in stories), gaps


def _asked_competencies(context: Context) -> dict[str, int]:
    counts: dict[str, int] = {}
    for question in context.catalog.questions:
        for name in question.competencies:
            counts[name.value] = counts.get(name.value, 0) + 1
    return counts


def _refer(story: Story, profile: Profile) -> Reference:
    from prep_tracker.plan.stories.check import seconds_aloud

    minutes = max(1, round(seconds_aloud(story, profile.words_per_minute) / 60))
    return Reference(
        id=f"story/{story.id}",
        title=story.title,
        minutes=minutes,
        command=f"prep-tracker story show {story.id}",
    )
