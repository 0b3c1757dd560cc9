"""Progress: readiness, gains, streak, proposals, replay of every kind of event."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from prep_tracker.memory import habit, progress, readiness, replay, schedule
from prep_tracker.memory.habit import Day
from prep_tracker.memory.proposal import propose_rating
from prep_tracker.memory.queue import Item, Moment
from prep_tracker.memory.readiness import Subject
from prep_tracker.model.card import Card
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.model.profile import Profile, Weekday

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MS = replay.to_milliseconds(NOW)
TODAY = date(2026, 11, 22)


def event(
    number: int,
    kind: EventKind = EventKind.REVIEW,
    item: str = "p/q",
    rating: int | None = 3,
    **data: object,
) -> Event:
    """An event, a day after the one before."""
    given = Rating(rating) if rating and kind is EventKind.REVIEW else None
    return Event(
        id=f"event-{number:03d}",
        kind=kind,
        item=item,
        at=NOW - timedelta(days=50 - number),
        rating=given,
        data=data,
    )


def subject(
    key: str,
    weight: float = 1,
    topic: str = "p/t",
    tips: tuple[int, ...] = (1,),
    rounds: tuple[str, ...] = ("coding",),
) -> Subject:
    """A question."""
    return Subject(id=key, weight=weight, minutes=5, topic=topic, tips=tips, rounds=rounds)


def test_undo_takes_back_a_review_and_a_suspension() -> None:
    events = [
        event(1),
        event(2, rating=1),
        event(3, EventKind.UNDO, undoes="event-002"),
        event(4, EventKind.SUSPENSION, suspended=True),
    ]
    cards = replay.replay_events(events, 0.9)
    assert (cards["p/q"].reviews, cards["p/q"].lapses, cards["p/q"].suspended) == (1, 0, True)
    cards = replay.replay_events([*events, event(5, EventKind.UNDO, undoes="event-004")], 0.9)
    assert not cards["p/q"].suspended
    assert cards["p/q"] == replay.replay_events([event(1)], 0.9)["p/q"]


def test_history_follows_a_question_that_is_redone_or_gone() -> None:
    events = [event(1, item="p/old"), event(2, item="p/new"), event(3, item="p/gone")]
    cards = replay.replay_events(events, 0.9, {"p/old": "p/mid", "p/mid": "p/new"})
    assert set(cards) == {"p/new", "p/gone"}
    assert cards["p/new"].reviews == 2
    assert replay.newest_id("a/a", {"a/a": "b/b", "b/b": "a/a"}) == "b/b"


def test_one_more_review_equals_a_replay() -> None:
    events = [event(number, rating=rating) for number, rating in enumerate((3, 1, 4, 2, 1, 3), 1)]
    card: Card | None = None
    for one in events:
        card = replay.add_review(
            card, "p/q", (replay.to_milliseconds(one.at), int(one.rating or 0)), one.seconds, 0.9
        )
    assert card == replay.replay_events(events, 0.9)["p/q"]
    assert card is not None
    assert card.lapses == 2


def test_attempts_and_mocks_are_no_reviews() -> None:
    assert (
        replay.replay_events(
            [event(1, EventKind.ATTEMPT, passed=True), event(2, EventKind.MOCK)], 0.9
        )
        == {}
    )


def test_card_words() -> None:
    card = replay.replay_events([event(number, rating=1) for number in range(1, 7)], 0.9)["p/q"]
    assert card.is_leech
    assert card.is_learned
    assert not card.is_mature
    assert card.is_due(NOW)
    assert replay.memory_of(Card(item="p/q")) is None


def test_readiness_is_weighted_and_split() -> None:
    cards = replay.replay_events([event(49, item="p/a", rating=4)], 0.9)
    subjects = [
        subject("p/a", 3, tips=(1, 2)),
        subject("p/b", 1, topic="p/u", tips=(2,), rounds=("business",)),
    ]
    recall = schedule.recall(replay.memory_of(cards["p/a"]), MS)
    found = readiness.expect(subjects, cards, MS)
    assert found.overall.right == pytest.approx(0.75 * recall)
    assert (found.overall.learned, found.overall.total) == (1, 2)
    assert found.by_tip[2].right == pytest.approx(0.75 * recall)
    assert found.by_tip[1].right == pytest.approx(recall)
    assert found.by_round["business"].right == 0
    assert readiness.expect([], {}, MS).overall.right == 0


def test_gains_name_what_would_raise_it_most() -> None:
    cards = replay.replay_events([event(49, item="p/a", rating=4)], 0.9)
    subjects = [
        subject("p/a", 1),
        subject("p/b", 5, topic="p/heavy"),
        subject("p/c", 2, topic="p/light"),
    ]
    interview = MS + 20 * schedule.DAY
    gains = readiness.find_gains(subjects, cards, MS, interview, 0.9)
    assert [gain.topic for gain in gains[:2]] == ["p/heavy", "p/light"]
    before = readiness.expect(subjects, cards, interview).overall.right
    learned = {**cards, "p/b": replay.add_review(None, "p/b", (MS, 3), 0, 0.9)}
    assert readiness.expect(subjects, learned, interview).overall.right - before == pytest.approx(
        gains[0].gain
    )
    assert readiness.find_gains([], {}, MS, MS, 0.9) == ()


def test_streak_and_days_off() -> None:
    def off(day: date) -> bool:
        return Profile(days_off=(Weekday.SUN,)).is_day_off(day)

    monday = date(2026, 11, 23)
    days = [monday - timedelta(days=number) for number in (2, 3, 4)]
    assert habit.streak(days, monday, off) == 3
    assert habit.streak([*days, monday], monday, off) == 4
    assert habit.streak(days, monday, lambda _: False) == 0
    assert habit.streak([], monday, off) == 0
    assert habit.streak([monday], monday, lambda _: True) == 1


def test_heatmap_rows() -> None:
    rows = habit.weeks({TODAY: Day(events=2, minutes=30)}, TODAY, 2)
    assert [len(row) for row in rows] == [2] * 7
    assert rows[6][1] == 30
    assert habit.weeks({}, date(2026, 11, 23), 1)[1] == (None,)


@pytest.mark.parametrize(
    ("said", "total", "seconds", "last", "rating"),
    [
        (4, 4, 100, 0, 3),
        (4, 4, 100, 3, 4),
        (4, 4, 290, 3, 3),
        (3, 4, 10, 3, 2),
        (2, 4, 10, 3, 1),
        (0, 0, 0, 0, 3),
    ],
)
def test_proposal(said: int, total: int, seconds: float, last: int, rating: int) -> None:
    assert propose_rating(said, total, seconds=seconds, minutes=5, last=last) == rating


def test_stock() -> None:
    events = [event(number, item="p/a", rating=1) for number in range(1, 7)] + [
        event(9, item="p/gone"),
        event(8, EventKind.SUSPENSION, "p/b", suspended=True),
    ]
    cards = replay.replay_events(events, 0.9)
    scene = progress.Scene(
        subjects=[subject("p/a"), subject("p/b")],
        items=[Item(id="p/a", minutes=5, weight=1), Item(id="p/b", minutes=5, weight=1)],
        cards=cards,
        days={TODAY: Day(events=1, minutes=12)},
        profile=Profile(),
    )
    found = progress.take_stock(scene, Moment(now=MS, day_end=MS + 1), TODAY, MS + schedule.DAY)
    assert (found.due, found.learned, found.suspended, found.missing, found.total) == (
        1,
        1,
        1,
        1,
        2,
    )
    assert found.leeches == ("p/a",)
    assert (found.streak, found.today_minutes) == (1, 12)
    assert found.calibration.reviews == 5
    assert found.forecast[0][0] == 1
    empty = progress.take_stock(
        progress.Scene(subjects=[], items=[], cards={}, days={}, profile=Profile()),
        Moment(now=MS, day_end=MS + 1),
        TODAY,
        MS,
    )
    assert (empty.total, empty.today_minutes, empty.gains) == (0, 0.0, ())


def test_events_that_cannot_be() -> None:
    for change in (
        {"id": "short"}, {"id": "UPPER-CASE"}, {"item": ""}, {"item": "a\x1bb"}, {"at": datetime(1999, 1, 1, tzinfo=UTC)},
        {"offset": 5000}, {"seconds": -1}, {"seconds": float("nan")}, {"rating": None}, {"kind": EventKind.UNDO}, {"origin": ""}, {"v": 2},
    ):  # fmt: skip
        values = {
            "id": "event-001",
            "kind": EventKind.REVIEW,
            "item": "p/q",
            "at": NOW,
            "rating": Rating.GOOD,
            **change,
        }
        with pytest.raises(ValueError, match=r"."):
            Event(**values)  # type: ignore[arg-type]
