"""Gather what the plan is made from: profile, packs, journal, stories, what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from prep_tracker.catalog import Catalog
    from prep_tracker.cli.context import Context
    from prep_tracker.model.event import Event
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.profile import Profile
    from prep_tracker.model.question import Question
    from prep_tracker.plan.cards import Review
    from prep_tracker.plan.subjects import Done
    from prep_tracker.plan.weights import Aim, Weight
    from prep_tracker.plan.whole import PlanFacts, WholePlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """A plan, and what it was made from."""

    facts: PlanFacts
    plan: WholePlan
    weights: Mapping[str, Weight]


def make_plan(context: Context, profile: Profile) -> Planning:
    """The plan for this profile, from the learner's folder where there is one."""
    from prep_tracker.plan.days import find_calendar
    from prep_tracker.plan.subjects import make_shopping, make_subjects
    from prep_tracker.plan.weights import weigh_items
    from prep_tracker.plan.whole import PlanFacts, make_whole_plan

    catalog, today = context.catalog, context.today()
    history, events = _read_history(context, catalog)
    spent = sum(event.seconds for event in events if event.day == today) / 60
    done = _find_done(context, catalog, events)
    items: tuple[Question | Exercise, ...] = (*catalog.questions, *catalog.exercises)
    weights = weigh_items(catalog, _make_aim(context, profile), items)
    facts = PlanFacts(
        calendar=find_calendar(profile, today, spent),
        subjects=make_subjects(catalog, weights, done),
        history=history,
        work=make_shopping(catalog, profile, weights, done),
        topics={topic.key: topic.title for topic in catalog.topics},
    )
    return Planning(facts=facts, plan=make_whole_plan(facts), weights=weights)


def _make_aim(context: Context, profile: Profile) -> Aim:
    """The profile, its first known company and the past interviews."""
    from prep_tracker.cli.facts import find_company
    from prep_tracker.plan.weights import Aim
    from prep_tracker.storage.interviews import list_interviews

    company = next(
        (one for name in profile.companies if (one := find_company(context, name))), None
    )
    workspace = context.find_workspace()
    interviews = list_interviews(workspace)[0] if workspace else ()
    return Aim(profile=profile, company=company, interviews=interviews)


def _read_history(context: Context, catalog: Catalog) -> tuple[tuple[Review, ...], list[Event]]:
    """Reviews as the planner takes them, in the learner's own days, and all events."""
    from prep_tracker.model.event import DAY_STARTS_AT, EventKind
    from prep_tracker.plan.cards import Review

    workspace = context.find_workspace()
    if workspace is None or not workspace.journal.exists():
        return (), []
    with context.open_journal() as journal:
        events = journal.read_events()
    aliases = catalog.replaced_by()
    reviews = tuple(
        Review(
            card_id=_newest(event.item, aliases),
            rating=int(event.rating or 0),
            time=(event.at + timedelta(minutes=event.offset) - DAY_STARTS_AT).replace(tzinfo=None),
            minutes=event.seconds / 60,
        )
        for event in events
        if event.kind is EventKind.REVIEW
    )
    return reviews, events


def _newest(item: str, aliases: Mapping[str, str]) -> str:
    """The id that an item has now; a ring of replacements ends where it began."""
    seen = {item}
    while (after := aliases.get(item)) and after not in seen:
        seen.add(after)
        item = after
    return item


def _find_done(context: Context, catalog: Catalog, events: list[Event]) -> Done:
    """What the learner has behind them."""
    from prep_tracker.model.event import EventKind
    from prep_tracker.plan.subjects import Done

    today = context.today()
    tries = {e.item: bool(e.data.get("passed")) for e in events if e.kind is EventKind.ATTEMPT}
    aside = {
        e.item: bool(e.data.get("suspended")) for e in events if e.kind is EventKind.SUSPENSION
    }
    mocks = [event.day for event in events if event.kind is EventKind.MOCK]
    return Done(
        solved=frozenset(item for item, passed in tries.items() if passed),
        studied=frozenset(e.item for e in events if e.kind is EventKind.REVIEW),
        suspended=frozenset(item for item, put in aside.items() if put),
        missing_stories=_find_gaps(context, catalog),
        days_since_mock=_days_since(mocks, today),
    )


def _days_since(days: list[date], today: date) -> int | None:
    return max((today - max(days)).days, 0) if days else None


def _find_gaps(context: Context, catalog: Catalog) -> tuple[str, ...]:
    """Competencies without a story, those asked about most first."""
    from collections import Counter

    from prep_tracker.model.words import Competency
    from prep_tracker.storage.stories import list_stories

    workspace = context.find_workspace()
    stories = list_stories(workspace)[0] if workspace else ()
    shown = {name for story in stories for name in story.competencies}
    asked = Counter(name for question in catalog.questions for name in question.competencies)
    missing = [name for name in Competency if name not in shown]
    return tuple(name.value for name in sorted(missing, key=lambda name: -asked[name]))


def record_plan(plan: WholePlan) -> dict[str, Any]:
    """The plan for `--json`."""
    prospect = plan.prospect
    return {
        "interview": plan.calendar.interview.isoformat(),
        "supposed": plan.calendar.is_supposed,
        "days": [
            {
                "date": day.date.isoformat(),
                "minutes": round(day.minutes, 2),
                "tasks": [
                    {
                        "id": task.id,
                        "kind": task.kind.value,
                        "minutes": round(task.minutes, 2),
                        "title": task.title,
                        "command": task.command,
                    }
                    for task in day.tasks
                ],
            }
            for day in plan.days
        ],
        "readiness": {
            "now": round(prospect.now, 4),
            "planned": round(prospect.planned, 4),
            "without": round(prospect.without, 4),
            "more": round(prospect.more, 4),
            "by_tip": {
                str(tip): {"now": round(now, 4), "planned": round(planned, 4)}
                for tip, (now, planned) in prospect.by_tip.items()
            },
            "course": [round(share, 4) for share in prospect.course],
            "drift": [round(share, 4) for share in prospect.drift],
        },
        "left_out": [
            {
                "topic": one.topic,
                "title": one.title,
                "questions": one.questions,
                "share": round(one.share, 4),
                "minutes": round(one.minutes),
                "why": one.why,
            }
            for one in plan.left_out
        ],
        "remarks": list(plan.remarks),
    }
