"""What the planner chooses, and what it makes of odd input."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from prep_tracker.plan.cards import PlanCard, Review, read_moment
from prep_tracker.plan.planner import plan

TODAY = date(2026, 3, 2)


def card(key: str, **changes: object) -> PlanCard:
    values = {"id": key, "weight": 1.0, "topic": "t", "minutes": 5.0, "difficulty": 3, **changes}
    return PlanCard(**values)  # type: ignore[arg-type]


def until(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_with_no_history_the_minutes_are_the_cards_own() -> None:
    assert plan([card("a")], TODAY, until(1), 60, []) == [[("a", 5.0)]]


def test_a_full_first_day_is_planned_for_a_quick_learner() -> None:
    cards = [card(f"c{number:02}") for number in range(60)]
    today, tomorrow = plan(cards, TODAY, until(2), 60, [])
    assert len(today) > 15  # 60 minutes hold 12 of five minutes each
    assert sum(minutes for _, minutes in tomorrow) <= 60
    assert 59 < sum(minutes for _, minutes in today) <= 60
    assert all(minutes < 5 for _, minutes in today)


def test_what_is_asked_most_a_minute_comes_first() -> None:
    cards = [card("rare"), card("often", weight=4.0), card("long", weight=4.0, minutes=30.0)]
    assert [key for key, _ in plan(cards, TODAY, until(1), 10, [])[0]] == ["often", "rare"]


def test_a_forgotten_card_is_reviewed_before_the_day() -> None:
    history = [Review(card_id="a", rating=1, time=TODAY - timedelta(days=9), minutes=4.0)]
    assert [key for key, _ in plan([card("a")], TODAY, until(1), 60, history)[0]] == ["a"]


def test_what_was_studied_today_does_not_come_again_today() -> None:
    history = [Review(card_id="a", rating=1, time=TODAY, minutes=4.0)]
    days = plan([card("a")], TODAY, until(2), 60, history)
    assert days[0] == []
    assert [key for key, _ in days[1]] == ["a"]


def test_a_slow_learner_gets_fewer_cards_a_day() -> None:
    cards = [card(f"c{number:02}") for number in range(40)]
    slow = [Review(card_id=f"c{n:02}", rating=3, time=TODAY, minutes=10.0) for n in range(10)]
    usual = [Review(card_id=f"c{n:02}", rating=3, time=TODAY, minutes=5.0) for n in range(10)]
    counts = [len(plan(cards, TODAY, until(2), 60, history)[0]) for history in (slow, usual)]
    assert counts[0] < 0.75 * counts[1]


def test_free_time_begins_new_cards_at_once() -> None:
    cards = [card(f"c{number}") for number in range(5)]
    assert len(plan(cards, TODAY, until(30), 120, [])[0]) == 5


@pytest.mark.parametrize("days", [0, -3])
def test_an_interview_that_is_not_ahead_has_no_days(days: int) -> None:
    assert plan([card("a")], TODAY, until(days), 60, []) == []


def test_days_without_minutes_and_plans_without_cards_are_empty() -> None:
    assert plan([card("a")], TODAY, until(3), 0, []) == [[], [], []]
    assert plan([], TODAY, until(2), 60, []) == [[], []]
    assert plan([card("a")], TODAY, until(2), [], []) == [[], []]
    days = plan([card("a"), card("b")], TODAY, until(3), [0, 5, 5], [])
    assert days[0] == []
    assert len(days[1]) == 1


def test_a_year_ahead_is_planned_day_by_day() -> None:
    cards = [card(f"c{number:03}", weight=1 + number % 7) for number in range(300)]
    days = plan(cards, TODAY, until(365), 20, [])
    assert len(days) == 365
    assert all(sum(minutes for _, minutes in day) <= 20 for day in days)
    assert {key for day in days for key, _ in day} == {one.id for one in cards}


def test_plain_objects_and_odd_values_are_taken() -> None:
    cards = [
        SimpleNamespace(id=1, weight="2", topic=None, minutes=None, difficulty="hard"),
        SimpleNamespace(id=2, weight=1, minutes=-1),
        SimpleNamespace(id=3, weight=float("nan"), minutes=1),
        {"id": 1, "weight": 9},
    ]
    days = plan(cards, TODAY.isoformat(), until(1), 60, [{"card_id": 1, "rating": None}])
    assert days == [[(2, 0.1), (1, 5.0)]]


def test_all_weights_zero_are_all_alike() -> None:
    cards = [card("a", weight=0.0), card("b", weight=0.0)]
    assert len(plan(cards, TODAY, until(1), 60, [])[0]) == 2


def test_days_may_be_numbers_and_nothing_else() -> None:
    stamp = 86400 * (TODAY - date(1970, 1, 1)).days + 3600
    assert read_moment(stamp) == TODAY.toordinal() + 1 / 24
    assert plan([card("a")], 10, 11, 60, []) == [[("a", 5.0)]]
    with pytest.raises(TypeError, match="not a day"):
        read_moment(None)


def test_the_rounding_of_a_sum_does_not_take_a_day_over_its_minutes() -> None:
    cards = [card(key, minutes=0.1) for key in "abc"]
    (day,) = plan(cards, TODAY, until(1), 0.3, [])
    assert len(day) == 3
    assert sum(minutes for _, minutes in day) <= 0.3
