"""Make `mock.json`: draws and phases of mocks, from the terminal's own rules, for both languages' tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, cast

from prep_tracker.model.question import Question
from prep_tracker.model.words import Level, Round
from prep_tracker.plan.mock import Mark, draw_mock, split_phases

PLACE = Path(__file__).with_name("mock.json")
SEEDS = (0, 1, 7, 42, 4_294_967_295)
MINUTES = (5, 10, 20, 30, 45, 60, 90, 240)
MARKS = (
    (0, 0, ()),
    (5, 5, (4, 4, 4)),
    (3, 5, (2, 3, 1)),
    (2, 4, ()),
    (1, 6, (4, 3)),
    (4, 5, (3, 3, 3)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The part of a question that a draw looks at."""

    id: str
    pack: str
    topic: str
    minutes: int
    weight: float
    level: Level = Level.MID
    rounds: tuple[Round, ...] = tuple(Round)
    kind: str = "concept"


def make_questions(rng: Random) -> list[Drawn]:
    """Sixty questions of twelve topics, some without weight."""
    return [
        Drawn(
            id=f"p{number % 3}/q-{number:02}",
            pack=f"p{number % 3}",
            topic=f"t{number % 4}",
            minutes=rng.choice((3, 4, 5, 6, 8, 10, 45)),
            weight=0.0 if number % 11 == 0 else round(rng.uniform(0.05, 9.0), 6),
        )
        for number in range(60)
    ]  # fmt: skip


def make_vectors() -> dict[str, Any]:
    """Everything that goes into the file."""
    questions = make_questions(Random(2026))
    weights = {question.id: question.weight for question in questions}
    draws = []
    for name in Round:
        for minutes, seed in (
            (30, SEEDS[0]),
            (45, SEEDS[2]),
            (60, SEEDS[3]),
            (5, SEEDS[1]),
            (90, SEEDS[4]),
        ):
            plan = draw_mock(
                cast("list[Question]", questions), lambda question: weights[question.id],
                name=name, level=Level.MID, minutes=minutes, rng=Random(seed),
            )  # fmt: skip
            draws.append(
                {"round": name.value, "minutes": minutes, "seed": seed, "nudges": plan.nudges,
                 "drawn": [question.id for question in plan.questions]}
            )  # fmt: skip
    return {
        "chance": [{"seed": seed, "numbers": _numbers(seed)} for seed in SEEDS],
        "questions": [[q.id, f"{q.pack}/{q.topic}", q.minutes, q.weight] for q in questions],
        "draws": draws,
        "phases": [
            {"round": name.value, "minutes": minutes,
             "phases": [[phase.title, phase.starts, phase.ends] for phase in split_phases(name, minutes)]}
            for name in Round for minutes in MINUTES
        ],
        "marks": [_mark(*values) for values in MARKS],
    }  # fmt: skip


def _numbers(seed: int) -> list[float]:
    rng = Random(seed)
    numbers = [rng.random() for _ in range(700)]
    return [numbers[place] for place in (0, 1, 2, 311, 312, 699)]


def _mark(said: int, points: int, marks: tuple[int, ...]) -> dict[str, Any]:
    names = ("clarity", "structure", "depth")
    mark = Mark(
        question="p/q", points_said=tuple(range(1, said + 1)), points=points,
        marks=tuple(zip(names, marks, strict=False)), seconds=60.0,
    )  # fmt: skip
    return {
        "said": said,
        "points": points,
        "marks": marks,
        "score": mark.score,
        "rating": mark.rating,
    }


def render_vectors() -> str:
    """The file's text."""
    return json.dumps(make_vectors(), indent=1) + "\n"


if __name__ == "__main__":
    PLACE.write_text(render_vectors(), encoding="utf-8")
