"""What the page needs to weigh items for an aim: the factors of each, titles, companies, topics, tips."""

from __future__ import annotations

import json
from math import prod
from typing import TYPE_CHECKING, Any

from prep_tracker.model.exercise import Exercise
from prep_tracker.model.profile import Profile
from prep_tracker.model.words import (
    ROLE_TITLES,
    ROUND_TITLES,
    Competency,
    Level,
    Listener,
    Role,
    Round,
)
from prep_tracker.plan import chores, weights
from prep_tracker.plan.subjects import STORY_MINUTES
from prep_tracker.site.library import show_ask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from prep_tracker.catalog import Catalog
    from prep_tracker.model.company import Company
    from prep_tracker.model.question import Question

AIMS = "assets/aims.js"
FIXED = frozenset({"asked", "topic", "tips"})
"""Factors of a weight that are the same for every aim."""
KINDS = ("concept", "explain", "behavioral", "case", "to-ask", "exercise")


def render_aims(catalog: Catalog) -> bytes:
    """`prepAims("…")` with `make_aims` as JSON: a classic script, since pages from a folder may not fetch."""
    text = json.dumps(make_aims(catalog), separators=(",", ":"), ensure_ascii=True)
    return f"prepAims({json.dumps(text)});\n".encode("ascii")


def make_aims(catalog: Catalog) -> dict[str, Any]:
    """Everything the page's weights depend on, from the constants and the fixed factors of the terminal's."""
    topics = {topic.key: place for place, topic in enumerate(catalog.topics)}
    items: tuple[Question | Exercise, ...] = (*catalog.questions, *catalog.exercises)
    made = weights.weigh_items(catalog, weights.Aim(profile=Profile()), items)
    return {
        "roles": [[role.value, ROLE_TITLES[role]] for role in Role],
        "levels": [level.value for level in Level],
        "rounds": [[one.value, ROUND_TITLES[one]] for one in Round],
        "factors": {
            "otherRole": weights.OTHER_ROLE, "otherRound": weights.OTHER_ROUND,
            "below": weights.BELOW, "above": weights.ABOVE, "bad": weights.BAD,
            "askedBefore": weights.ASKED_BEFORE, "wentBadly": weights.WENT_BADLY, "topicBefore": weights.TOPIC_BEFORE,
        },
        "chores": {
            "shares": {kind.value: share for kind, share in chores.SHARES.items()},
            "most": chores.MOST_OF_A_DAY, "mockEvery": chores.MOCK_EVERY, "mockBefore": chores.MOCK_BEFORE,
            "mockMinutes": chores.MOCK_MINUTES, "checklistMinutes": chores.CHECKLIST_MINUTES, "storyMinutes": STORY_MINUTES,
        },
        "tips": [[tip.number, tip.title, tip.slug] for tip in catalog.tips],
        "topics": [[topic.key, topic.title] for topic in catalog.topics],
        "companies": [_record_company(company, topics) for company in catalog.companies],
        "competencies": _list_competencies(catalog),
        "rows": [_record_item(item, catalog, topics, made[item.id]) for item in items],
    }  # fmt: skip


def _record_item(
    item: Question | Exercise, catalog: Catalog, topics: dict[str, int], weight: weights.Weight
) -> list[object]:
    """Id, title, kind, minutes, level, roles and rounds as bits, fixed weight, topic, tips, listeners as bits."""
    kind = "exercise" if isinstance(item, Exercise) else item.kind
    fixed = prod(factor.value for factor in weight.factors if factor.name in FIXED)
    return [
        item.id,
        item.title if isinstance(item, Exercise) else show_ask(item.ask),
        KINDS.index(kind) if kind in KINDS else 0,
        item.minutes,
        list(Level).index(item.level),
        _bits(item.roles, Role),
        _bits(item.rounds, Round),
        round(fixed, 9),
        topics.get(f"{item.pack}/{item.topic}", -1),
        list(catalog.tips_of(item)),
        _bits(() if isinstance(item, Exercise) else item.listeners, Listener),
    ]  # fmt: skip


def _bits(chosen: Iterable[StrEnum], every: type[StrEnum]) -> int:
    names = list(every)
    return sum(1 << names.index(one) for one in set(chosen))


def _record_company(company: Company, topics: dict[str, int]) -> dict[str, Any]:
    given: dict[int, float] = {}
    for step in company.rounds:
        for key, value in step.weights:
            if key in topics:
                given[topics[key]] = max(given.get(topics[key], 0.0), value)
    return {
        "id": company.id,
        "title": company.title,
        "weights": sorted(given.items()),
        "values": [value.title for value in company.values[:3]],
    }


def _list_competencies(catalog: Catalog) -> list[tuple[str, int]]:
    """What stories can show, asked about most first, with how many prompts ask for it."""
    counts = dict.fromkeys((one.value for one in Competency), 0)
    for question in catalog.questions:
        for name in question.competencies:
            counts[name.value] += 1
    return sorted(counts.items(), key=lambda pair: -pair[1])
