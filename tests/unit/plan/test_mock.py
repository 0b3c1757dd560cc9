"""Mocks fit round, level and time; the same seed draws the same."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_tracker.model.question import Question
from prep_tracker.model.words import Asked, Level, Role, Round
from prep_tracker.plan.checklist.in_the_room import PHASES
from prep_tracker.plan.mock import Mark, draw_mock, split_phases


def make(number: int, **changes: object) -> Question:
    values: dict[str, object] = {
        "id": f"p/q{number}", "pack": "p", "slug": f"q{number}", "kind": "concept", "ask": f"Question {number}?", "topic": f"t{number % 7}",
        "level": Level.MID, "roles": (Role.MLE,), "rounds": (Round.ML_BREADTH,), "minutes": 5, "asked": Asked.OFTEN,
    }  # fmt: skip
    return Question(**(values | changes))  # type: ignore[arg-type]


QUESTIONS = [make(number) for number in range(40)]


def draw(seed: int, questions: list[Question] = QUESTIONS, minutes: int = 45) -> tuple[str, ...]:
    plan = draw_mock(
        questions,
        lambda _: 1.0,
        name=Round.ML_BREADTH,
        level=Level.MID,
        minutes=minutes,
        rng=Random(seed),
    )
    return tuple(question.id for question in plan.questions)


@given(st.integers(0, 10_000), st.integers(10, 120))
def test_a_mock_keeps_its_minutes_and_topics_apart(seed: int, minutes: int) -> None:
    chosen = draw(seed, minutes=minutes)
    assert sum(5 for _ in chosen) <= minutes or len(chosen) == 1
    topics = [f"t{int(key[3:]) % 7}" for key in chosen]
    assert len(set(topics)) == min(len(topics), 7)
    assert chosen == draw(seed, minutes=minutes)


def test_the_order_of_the_packs_does_not_matter_and_seeds_differ() -> None:
    assert draw(1) == draw(1, list(reversed(QUESTIONS)))
    assert len({draw(seed) for seed in range(20)}) > 15


def test_weighty_questions_are_drawn_more_often() -> None:
    def weigh(question: Question) -> float:
        return 9.0 if question.id == "p/q3" else 1.0

    firsts = [
        draw_mock(QUESTIONS, weigh, name=Round.ML_BREADTH, level=Level.MID, minutes=45, rng=Random(seed)).questions[0].id
        for seed in range(400)
    ]  # fmt: skip
    share = firsts.count("p/q3") / 400
    assert share == pytest.approx(9 / 48, abs=0.06)


def test_other_rounds_far_levels_and_questions_to_ask_are_left_out() -> None:
    others = [make(1, rounds=(Round.CODING,)), make(2, level=Level.STAFF), make(3, kind="to-ask")]
    assert draw(1, others) == ()


@pytest.mark.parametrize("name", list(Round))
@pytest.mark.parametrize("minutes", [20, 45, 90])
def test_phases_fill_the_time_without_a_hole(name: Round, minutes: int) -> None:
    phases = split_phases(name, minutes)
    assert phases[0].starts == 0
    assert phases[-1].ends == minutes
    assert all(one.ends == two.starts for one, two in itertools.pairwise(phases))
    assert sum(length for _, length in PHASES[name]) == 45


@pytest.mark.parametrize(
    ("said", "mark", "rating"),
    [((), 0, 1), ((1, 2), 2, 2), ((1, 2, 3), 3, 3), ((1, 2, 3, 4), 4, 4)],
)
def test_marks_propose_a_rating(said: tuple[int, ...], mark: int, rating: int) -> None:
    made = Mark(
        question="p/q",
        points_said=said,
        points=4,
        marks=(("clarity", mark), ("depth", mark)),
        seconds=1,
    )
    assert made.rating == rating
