"""The golden vectors, which the page reads as well."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from prep_tracker.memory import replay, schedule
from prep_tracker.model.event import Event, EventKind, Rating

VECTORS = json.loads(
    (Path(__file__).parents[2] / "vectors" / "fsrs.json").read_text(encoding="utf-8")
)
CASES = list(enumerate(VECTORS["cases"]))


def test_vectors_hold_what_matters() -> None:
    reviews = [review for case in VECTORS["cases"] for review in case["reviews"]]
    assert len(reviews) > 500
    assert {review["rating"] for review in reviews} == {1, 2, 3, 4}
    assert any(review["days"] == 0 for review in reviews)
    assert tuple(VECTORS["weights"]) == schedule.parameters()


@pytest.mark.parametrize(("number", "case"), CASES)
def test_review_by_review(number: int, case: dict[str, object]) -> None:
    memory = None
    for review in case["reviews"]:  # type: ignore[attr-defined]
        at = replay.to_milliseconds(datetime.fromisoformat(review["at"]))
        assert schedule.recall(memory, at) == pytest.approx(review["recall"], abs=1e-6)
        memory, due = schedule.review(memory, review["rating"], at, case["retention"])  # type: ignore[arg-type]
        assert memory.stability == pytest.approx(review["stability"], rel=1e-6), number
        assert memory.difficulty == pytest.approx(review["difficulty"], abs=1e-6), number
        assert replay.from_milliseconds(due) == datetime.fromisoformat(review["due"])


def is_forward(case: dict[str, object]) -> bool:
    """Whether its clock never goes back: a replay orders by instant."""
    instants = [review["at"] for review in case["reviews"]]  # type: ignore[attr-defined]
    return instants == sorted(instants)


@pytest.mark.parametrize(("number", "case"), [pair for pair in CASES[-60:] if is_forward(pair[1])])
def test_replay_of_events_ends_at_the_same_card(number: int, case: dict[str, object]) -> None:
    reviews = case["reviews"]
    events = [
        Event(
            id=f"event-{place:04d}", kind=EventKind.REVIEW, item="p/q",
            at=datetime.fromisoformat(review["at"]), rating=Rating(review["rating"]),
        )
        for place, review in enumerate(reviews)  # type: ignore[arg-type]
    ]  # fmt: skip
    card = replay.replay_events(reversed(events), case["retention"])["p/q"]  # type: ignore[arg-type]
    last = reviews[-1]  # type: ignore[index]
    assert card.stability == pytest.approx(last["stability"], rel=1e-6)
    assert card.due == datetime.fromisoformat(last["due"])
    assert card.reviews == len(events)
