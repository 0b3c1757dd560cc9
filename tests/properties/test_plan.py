"""The plan holds to its minutes and its date, and depends on nothing but what it is given."""

from __future__ import annotations

import random
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from prep_tracker.plan.cards import PlanCard, Review
from prep_tracker.plan.forecast import forecast
from prep_tracker.plan.planner import plan, plan_sittings, prepare

TODAY = date(2026, 3, 2)

CARDS = st.lists(
    st.builds(
        PlanCard,
        id=st.text("abcdefgh", min_size=1, max_size=3),
        weight=st.floats(0, 10),
        topic=st.sampled_from("xyz"),
        minutes=st.floats(0.5, 20),
        difficulty=st.integers(1, 5),
    ),
    max_size=25,
    unique_by=lambda card: card.id,
)


@st.composite
def histories(draw: st.DrawFn, cards: list[PlanCard]) -> list[Review]:
    ids = [card.id for card in cards] + ["gone"]
    return [
        Review(
            card_id=draw(st.sampled_from(ids)),
            rating=draw(st.integers(0, 5)),
            time=datetime(2026, 3, 2, 9, tzinfo=UTC)
            - timedelta(hours=draw(st.integers(-100, 2000))),
            minutes=draw(st.floats(0, 60)),
        )
        for _ in range(draw(st.integers(0, 15)))
    ]


Task = tuple[list[PlanCard], int, list[float], list[Review]]


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    cards = draw(CARDS)
    days = draw(st.integers(-2, 12))
    minutes = draw(st.lists(st.floats(0, 90), min_size=1, max_size=14))
    return cards, days, minutes, draw(histories(cards))


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_no_day_is_over_its_minutes_and_nothing_is_after_the_date(task: Task) -> None:
    cards, days, minutes, history = task
    found = plan(cards, TODAY, TODAY + timedelta(days=days), minutes, history)
    assert len(found) == max(days, 0)
    budgets = minutes[: len(found)] + minutes[-1:] * (len(found) - len(minutes))
    for day, budget in zip(found, budgets, strict=True):
        ids = [card for card, _ in day]
        assert sum(each for _, each in day) <= budget
        assert all(each > 0 for _, each in day)
        assert len(set(ids)) == len(ids)
        assert set(ids) <= {card.id for card in cards}


@settings(max_examples=40, deadline=None)
@given(tasks(), st.randoms())
def test_the_order_of_cards_and_their_form_change_nothing(task: Task, luck: random.Random) -> None:
    cards, days, minutes, history = task
    first = plan(cards, TODAY, TODAY + timedelta(days=days), minutes, history)
    shuffled = [asdict(card) for card in cards]
    luck.shuffle(shuffled)
    moment = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
    again = plan(
        iter(shuffled),
        moment,
        (TODAY + timedelta(days=days)).isoformat(),
        np.asarray(minutes),
        [asdict(event) for event in history],
    )
    assert first == again


@settings(max_examples=25, deadline=None)
@given(tasks(), st.floats(1.0, 3.0))
def test_more_minutes_do_not_lower_what_is_expected(task: Task, more: float) -> None:
    cards, days, minutes, history = task
    until = TODAY + timedelta(days=days)
    less = prepare(cards, TODAY, until, minutes, history)
    richer = prepare(cards, TODAY, until, [more * each for each in minutes], history)
    poor, rich = (
        forecast(one.deck, one.habits, plan_sittings(one)).by_day[-1] for one in (less, richer)
    )
    assert rich >= poor - 0.04


@settings(max_examples=25, deadline=None)
@given(tasks())
def test_the_plan_is_worth_more_than_none(task: Task) -> None:
    cards, days, minutes, history = task
    one = prepare(cards, TODAY, TODAY + timedelta(days=days), minutes, history)
    days_ = plan_sittings(one)
    idle = forecast(one.deck, one.habits, [[] for _ in days_])
    assert forecast(one.deck, one.habits, days_).by_day[-1] >= idle.by_day[-1] - 0.005
