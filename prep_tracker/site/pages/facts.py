"""The facts shown as chips on pages and in lists."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.model.words import ROLE_TITLES, ROUND_TITLES, Role, Round
from prep_tracker.site.page import Cell, Chip

if TYPE_CHECKING:
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.question import Question
    from prep_tracker.site.library import Library

ASKED_WORDS = {"often": "asked often", "sometimes": "asked sometimes", "rare": "asked rarely"}


def list_short_facts(item: Question | Exercise) -> tuple[Chip, ...]:
    """Level, minutes and how often it is met: for lists."""
    return _make_short_facts(item.level, item.minutes, item.asked)


@lru_cache(maxsize=1_024)
def _make_short_facts(level: str, minutes: int, asked: str) -> tuple[Chip, ...]:
    return (
        Chip(label="Level", text=str(level), name="level"),
        Chip(label="Time", text=f"{minutes} min", name="minutes"),
        Chip(label="Frequency", text=ASKED_WORDS[asked], name=f"asked-{asked}"),
    )


def list_facts(item: Question | Exercise) -> tuple[Chip, ...]:
    """Everything the front matter says about when and by whom it is asked."""
    return (*list_short_facts(item), *_make_aims(item.rounds, item.roles))


def list_tags(item: Question | Exercise) -> tuple[str, ...]:
    """What the lists of the browser app filter by, each `name:value`."""
    return (
        f"level:{item.level}",
        f"minutes:{item.minutes}",
        f"asked:{item.asked}",
        *(f"role:{role.value}" for role in item.roles),
        *(f"round:{round_.value}" for round_ in item.rounds),
    )


@lru_cache(maxsize=1_024)
def _make_aims(rounds: tuple[Round, ...], roles: tuple[Role, ...]) -> tuple[Chip, ...]:
    met = (
        Chip(label="Round", text=ROUND_TITLES[r], url=urls.round_url(r.value), name="round")
        for r in rounds
    )
    by = (Chip(label="Role", text=ROLE_TITLES[role], name="role") for role in roles)
    return (*met, *by)


def list_crumbs(library: Library, pack: str, topic: str) -> tuple[Cell, ...]:
    """The pack and the topic that a thing stands in."""
    found = library.catalog.find_topic(f"{pack}/{topic}")
    crumbs = [Cell(text=library.packs[pack].title, url=urls.pack_url(pack))]
    if found:
        crumbs.append(Cell(text=found.title, url=urls.topic_url(found.key)))
    return tuple(crumbs)
