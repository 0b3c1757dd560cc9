"""How likely each question or exercise is asked of this learner, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

from prep_tracker.catalog import Catalog
from prep_tracker.model.company import Company
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.interview import AskedQuestion, Interview
from prep_tracker.model.profile import Profile
from prep_tracker.model.question import Question
from prep_tracker.model.syllabus import SyllabusLine
from prep_tracker.model.words import ROLE_TITLES, Asked, Level

Item = Question | Exercise

ASKED: Final = {Asked.OFTEN: 4.0, Asked.SOMETIMES: 2.0, Asked.RARE: 1.0}
OTHER_ROLE: Final = 0.35
OTHER_ROUND: Final = 0.25
BELOW: Final = (1.0, 0.75, 0.5, 0.35)
"""Questions asked one, two, three levels below the learner's: basics are asked of seniors too."""

ABOVE: Final = (1.0, 0.5, 0.2, 0.1)
CROWDED: Final = 0.5
"""Power of a topic's size: an interviewer picks a topic first, then one question of it."""

ASKED_BEFORE: Final = 3.0
WENT_BADLY: Final = 1.5
TOPIC_BEFORE: Final = 1.3
BANKS: Final = 17
"""Public question banks that the syllabus was held against."""

FOUND: Final = 8
"""A line found in so many of them doubles the weight."""
BAD: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One reason: what it is about, what it multiplies by, and a sentence."""

    name: str
    value: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How likely an item is asked, relative to others: the product of its factors."""

    factors: tuple[Factor, ...]

    @property
    def value(self) -> float:
        """The product."""
        return prod(factor.value for factor in self.factors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What the weights are for: profile, company (or None) and past interviews."""

    profile: Profile
    company: Company | None = None
    interviews: tuple[Interview, ...] = ()


def weigh_items(catalog: Catalog, aim: Aim, items: Iterable[Item]) -> dict[str, Weight]:
    """Weights of items by id; only their ratios mean something."""
    every: tuple[Item, ...] = (*catalog.questions, *catalog.exercises)
    sizes = Counter(f"{item.pack}/{item.topic}" for item in every)
    usual = sum(sizes.values()) / len(sizes) if sizes else 1.0
    asked = _asked_before(aim.interviews)
    topics = {key for key in map(_topic_of(catalog).get, asked) if key}
    lines = {line.id: line for line in catalog.syllabus}
    weights = {}
    for item in items:
        topic = f"{item.pack}/{item.topic}"
        size = sizes.get(topic, 1) / usual
        factors = (
            _factor_asked(item),
            _factor_role(item, aim.profile),
            _factor_level(item, aim.profile.level),
            _factor_rounds(item, aim.profile),
            Factor(
                name="topic", value=size**-CROWDED,
                why=f"the topic has {sizes.get(topic, 1)} questions and exercises, a usual one {usual:.0f}",
            ),
            _factor_tips(item, catalog, lines),
            *_factor_company(topic, aim.company),
            *_factor_debrief(item, topic, asked, topics),
        )  # fmt: skip
        weights[item.id] = Weight(factors=factors)
    return weights


def _factor_asked(item: Item) -> Factor:
    return Factor(
        name="asked",
        value=ASKED[item.asked],
        why=f"it is asked {_how_often(item.asked)} in interviews",
    )


def _how_often(asked: Asked) -> str:
    return {Asked.OFTEN: "often", Asked.SOMETIMES: "sometimes", Asked.RARE: "rarely"}[asked]


def _factor_role(item: Item, profile: Profile) -> Factor:
    title = ROLE_TITLES[profile.role]
    if profile.role in item.roles:
        return Factor(name="role", value=1.0, why=f"it is asked of your role ({title})")
    return Factor(
        name="role", value=OTHER_ROLE, why=f"it is mostly asked of other roles than yours ({title})"
    )


def _factor_level(item: Item, own: Level) -> Factor:
    levels = list(Level)
    steps = levels.index(item.level) - levels.index(own)
    if steps == 0:
        return Factor(name="level", value=1.0, why=f"it is asked at your level ({own.value})")
    value = ABOVE[steps] if steps > 0 else BELOW[-steps]
    side = "above" if steps > 0 else "below"
    return Factor(
        name="level", value=value,
        why=f"it is asked at {item.level.value} level, {abs(steps)} {side} yours ({own.value})",
    )  # fmt: skip


def _factor_rounds(item: Item, profile: Profile) -> Factor:
    shared = [one.value for one in item.rounds if one in profile.rounds]
    if shared:
        return Factor(
            name="rounds", value=1.0, why=f"you expect a round it is asked in ({', '.join(shared)})"
        )
    return Factor(
        name="rounds", value=OTHER_ROUND, why="you expect none of the rounds it is asked in"
    )


def _factor_tips(item: Item, catalog: Catalog, lines: Mapping[str, SyllabusLine]) -> Factor:
    """How widely what the item covers of the tips was found in public question banks."""
    covered = [lines[key] for key in item.covers if key in lines]
    most = max((line.asked_by for line in covered), default=0)
    tips = sorted({line.tip for line in covered} | set(catalog.tips_of(item)))
    named = f"tip {', '.join(map(str, tips))}" if tips else "no tip"
    return Factor(
        name="tips",
        value=1 + min(most, FOUND) / FOUND,
        why=f"it serves {named}; what it covers was found in {most} of {BANKS} question banks",
    )


def _factor_company(topic: str, company: Company | None) -> tuple[Factor, ...]:
    if company is None:
        return ()
    given = [weight for step in company.rounds for key, weight in step.weights if key == topic]
    if not given:
        return ()
    return (
        Factor(
            name="company", value=1 + max(given) / 2,
            why=f"the profile of {company.title} gives its topic the weight {max(given):g}",
        ),
    )  # fmt: skip


def _asked_before(interviews: Iterable[Interview]) -> dict[str, AskedQuestion]:
    """Our questions that were asked in earlier interviews; of several the worst answered."""
    found: dict[str, AskedQuestion] = {}
    for interview in interviews:
        for one in interview.asked:
            known = found.get(one.question_id)
            if one.question_id and (known is None or (one.went or 4) < (known.went or 4)):
                found[one.question_id] = one
    return found


def _topic_of(catalog: Catalog) -> dict[str, str]:
    items: tuple[Item, ...] = (*catalog.questions, *catalog.exercises)
    return {item.id: f"{item.pack}/{item.topic}" for item in items}


def _factor_debrief(
    item: Item, topic: str, asked: Mapping[str, AskedQuestion], topics: set[str]
) -> tuple[Factor, ...]:
    one = asked.get(item.id)
    if one is not None:
        bad = 0 < one.went <= BAD
        value = ASKED_BEFORE * (WENT_BADLY if bad else 1)
        how = " and it went badly" if bad else ""
        return (Factor(name="debrief", value=value, why=f"you were asked it before{how}"),)
    if topic in topics:
        why = "you were asked a question of its topic before"
        return (Factor(name="debrief", value=TOPIC_BEFORE, why=why),)
    return ()
