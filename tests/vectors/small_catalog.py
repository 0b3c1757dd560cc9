"""A small catalog in which items differ in everything that a weight or a checklist looks at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import cycle, islice
from typing import TypeVar

from prep_tracker.catalog import Catalog
from prep_tracker.model.company import Company, CompanyRound, CompanyValue
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack, Topic
from prep_tracker.model.question import Question
from prep_tracker.model.syllabus import SyllabusLine, Tip
from prep_tracker.model.words import Asked, Level, Listener, Role, Round
from tests.builders import make_question

T = TypeVar("T")
KINDS = ("concept", "concept", "explain", "behavioral", "case", "to-ask")
QUESTIONS = 36
EXERCISES = 5


def make_small_catalog() -> Catalog:
    """The same every time."""
    topics = tuple(
        Topic(id=f"t{place}", pack="sample", title=f"Topic {place}", tips=tips)
        for place, tips in enumerate(
            ((1, 2, 4), (5, 6, 8), (9, 15, 12), (19, 13), (11, 7, 16, 17), (3, 14))
        )
    )
    company = Company(
        id="sample/acme", pack="sample", slug="acme", title="Acme", summary="", caution="", checked=date(2026, 1, 1),
        sources=(), values=tuple(CompanyValue(title=f"Value {n}", note="") for n in range(4)),
        rounds=(
            CompanyRound(round=Round.CODING, title="t", minutes=45, note="", basis="general",
                         weights=(("sample/t0", 3.0), ("sample/t1", 1.0))),
            CompanyRound(round=Round.ML_DEPTH, title="t", minutes=45, note="", basis="general", weights=(("sample/t0", 2.0),)),
        ),
    )  # fmt: skip
    pack = Pack(
        id="sample", title="Sample", summary="", licence="CC0-1.0", authors=("somebody",), schema=1, topics=topics,
        questions=tuple(map(_make_question, range(QUESTIONS))), exercises=tuple(map(_make_exercise, range(EXERCISES))),
        companies=(company,),
    )  # fmt: skip
    lines = tuple(
        SyllabusLine(id=f"line-{n}", tip=1 + 3 * n, area="a", title="t", level="mid", roles=(), facts=(), asked_by=4 * n)
        for n in range(4)
    )  # fmt: skip
    tips = tuple(Tip(number=n, slug=f"tip-{n}", title=f"Tip {n}", summary="") for n in range(1, 21))
    return Catalog(packs=(pack,), tips=tips, syllabus=lines)


def _make_question(number: int) -> Question:
    kind = KINDS[number % len(KINDS)]
    return make_question(
        f"sample/q{number:02d}", kind=kind, topic="t3" if kind == "to-ask" else f"t{(number + number // 6) % 5}",
        level=list(Level)[number % 4], roles=_some(Role, number, 1 + number % 4), rounds=_some(Round, number, 1 + number % 3),
        asked=list(Asked)[number % 3], minutes=1 + number % 7, covers=(f"line-{number % 5}",),
        listeners=_some(Listener, number, 2) if kind == "to-ask" else (),
    )  # fmt: skip


def _make_exercise(number: int) -> Exercise:
    return Exercise(
        id=f"sample/e{number}", pack="sample", slug=f"e{number}", title=f"Exercise {number}", ask="Write it.", topic="t5",
        level=list(Level)[number % 4], roles=_some(Role, number, 2), rounds=(Round.CODING,), minutes=10 + number,
        asked=list(Asked)[number % 3], signature="f()", requires=(), oracles=(), time="", memory="",
    )  # fmt: skip


def _some(every: Iterable[T], start: int, count: int) -> tuple[T, ...]:
    """So many values of an enum, from a place on."""
    return tuple(islice(cycle(every), start, start + count))
