"""The queue: overdue by what waiting loses, then ahead of full days, then new by weight."""

from __future__ import annotations

from dataclasses import replace

from prep_tracker.memory import queue, schedule
from prep_tracker.memory.queue import (
    Item,
    Limits,
    Moment,
    build_queue,
    expected_minutes,
    forecast,
    sibling_groups,
)
from prep_tracker.memory.replay import Step, from_milliseconds, replay_steps
from prep_tracker.model.card import Card

DAY = schedule.DAY
NOW = 20_000 * DAY
MOMENT = Moment(now=NOW, day_end=NOW + DAY // 2)
PLENTY = Limits(minutes=1000)


def item(key: str, *groups: str, minutes: float = 4, weight: float = 1) -> Item:
    """A question without siblings unless groups are named."""
    return Item(id=key, minutes=minutes, weight=weight, groups=frozenset({key, *groups}))


def card(key: str, *days_and_ratings: tuple[int, int], seconds: float = 0) -> Card:
    """A card reviewed so many days ago."""
    steps = [
        Step(at=NOW - days * DAY, rating=rating, seconds=seconds)
        for days, rating in days_and_ratings
    ]
    return replay_steps(key, steps, 0.9)


def ids(turns: tuple[queue.Turn, ...]) -> list[str]:
    """Ids of turns."""
    return [turn.id for turn in turns]


def test_most_lost_by_waiting_comes_first() -> None:
    cards = {
        "p/weak": card("p/weak", (4, 1)),
        "p/strong": card("p/strong", (300, 4), (250, 4)),
        "p/fair": card("p/fair", (6, 3)),
    }
    losses = {key: queue.waiting_loss(cards[key], NOW) for key in cards}
    turns = build_queue([item(key) for key in cards], cards, MOMENT, PLENTY)
    assert ids(turns) == sorted(losses, key=lambda key: -losses[key])
    assert {turn.why for turn in turns} == {"due"}
    assert losses["p/fair"] > losses["p/strong"]


def test_new_come_after_due_by_weight() -> None:
    cards = {"p/due": card("p/due", (9, 3))}
    items = [item("p/light", weight=1), item("p/heavy", weight=5), item("p/due", weight=0.1)]
    assert ids(build_queue(items, cards, MOMENT, PLENTY)) == ["p/due", "p/heavy", "p/light"]


def test_minutes_are_the_limit() -> None:
    items = [item(f"p/{number}", minutes=4) for number in range(10)]
    assert len(build_queue(items, {}, MOMENT, Limits(minutes=13))) == 3
    assert len(build_queue(items, {}, MOMENT, Limits(minutes=1))) == 1
    assert build_queue(items, {}, MOMENT, Limits(minutes=0)) == ()


def test_counts_limit_too() -> None:
    cards = {"p/due": card("p/due", (9, 3))}
    items = [item("p/due"), *(item(f"p/{number}") for number in range(5))]
    assert len(build_queue(items, cards, MOMENT, Limits(minutes=1000, count=2))) == 2
    assert ids(build_queue(items, cards, MOMENT, Limits(minutes=1000, new=1))) == ["p/due", "p/0"]
    assert ids(build_queue(items, cards, MOMENT, Limits(minutes=1000, new=0))) == ["p/due"]


def test_siblings_do_not_meet_on_one_day() -> None:
    items = [item("p/a", "covers:x", weight=2), item("p/b", "covers:x"), item("p/c", "covers:y")]
    assert ids(build_queue(items, {}, MOMENT, PLENTY)) == ["p/a", "p/c"]
    assert ids(build_queue(items, {}, MOMENT, PLENTY, seen_today={"covers:y"})) == ["p/a"]
    assert sibling_groups("p/a#2", ["x"]) == {"p/a", "covers:x"} == sibling_groups("p/a", ["x"])


def test_suspended_and_seen_less_than_a_day_ago_do_not_come() -> None:
    cards = {
        "p/aside": replace(card("p/aside", (9, 3)), suspended=True),
        "p/unseen-aside": Card(item="p/unseen-aside", suspended=True),
        "p/today": card("p/today", (0, 1)),
    }
    assert build_queue([item(key) for key in cards], cards, MOMENT, PLENTY) == ()


def test_due_later_today_is_up_once_a_day_has_passed() -> None:
    early = replay_steps("p/q", [Step(at=NOW - DAY + 3_600_000, rating=1, seconds=0)], 0.9)
    assert not queue.is_up(early, MOMENT)
    assert queue.is_up(early, Moment(now=NOW + 3_600_000, day_end=NOW + DAY // 2))
    long = replay_steps("p/q", [Step(at=NOW - 2 * DAY + 3_600_000, rating=3, seconds=0)], 0.9)
    assert long.due is not None
    assert long.due > from_milliseconds(NOW)
    assert queue.is_up(long, MOMENT)


def test_a_day_to_come_that_is_too_full_is_levelled() -> None:
    cards = {f"p/{number}": card(f"p/{number}", (5, 4)) for number in range(30)}
    items = [item(key, minutes=10) for key in cards]
    turns = build_queue(items, cards, MOMENT, Limits(minutes=60))
    assert turns
    assert {turn.why for turn in turns} == {"ahead"}
    assert sum(turn.minutes for turn in turns) <= 60
    few = build_queue(items[:5], cards, MOMENT, Limits(minutes=60))
    assert few == ()


def test_expected_minutes_follow_the_learner() -> None:
    one = item("p/q", minutes=10)
    assert expected_minutes(one, None) == 10
    assert expected_minutes(one, Card(item="p/q")) == 10
    assert expected_minutes(one, card("p/q", (9, 3))) == 4
    assert expected_minutes(one, card("p/q", (9, 3), seconds=120)) == 2
    assert expected_minutes(one, card("p/q", (9, 3), seconds=3600 * 5)) == 20


def test_forecast_puts_overdue_on_today() -> None:
    cards = {
        "p/late": card("p/late", (90, 3)),
        "p/soon": card("p/soon", (0, 3)),
        "p/aside": replace(card("p/aside", (9, 3)), suspended=True),
    }
    days = forecast([item(key) for key in (*cards, "p/new")], cards, MOMENT, 5)
    assert [count for count, _ in days] == [1, 0, 1, 0, 0]
    assert len(forecast([item("p/late")], cards, MOMENT, 0)) == 0
