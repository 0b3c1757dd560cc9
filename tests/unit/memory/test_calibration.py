"""Calibration: what is predicted is what happens, for learners who remember as the model says."""

from __future__ import annotations

from random import Random

import pytest

from prep_tracker.memory import schedule
from prep_tracker.memory.calibration import measure
from prep_tracker.memory.replay import Step, replay_steps
from prep_tracker.model.card import Card

DAY = schedule.DAY
WITHIN = 0.03


def live(rng: Random, item: str, reviews: int, late: float, slip: float) -> Card:
    """A learner whose true recall is what FSRS says, who comes late and sometimes slips."""
    at, steps = 0, [Step(at=0, rating=rng.choice((1, 2, 3, 3, 4)), seconds=30.0)]
    memory, due = schedule.review(None, steps[0].rating, 0, 0.9)
    for _ in range(reviews):
        at = due + int(DAY * rng.expovariate(1 / late)) if late else due
        known = rng.random() < schedule.recall(memory, at) * (1 - slip)
        rating = rng.choices((2, 3, 4), (2, 6, 2))[0] if known else 1
        steps.append(Step(at=at, rating=rating, seconds=20.0))
        memory, due = schedule.review(memory, rating, at, 0.9)
    return replay_steps(item, steps, 0.9)


@pytest.mark.parametrize("late", [0.0, 3.0, 12.0])
def test_predicted_recall_is_within_three_points_of_true(late: float) -> None:
    rng = Random(f"late {late}")
    found = measure(live(rng, f"p/{number}", 10, late, 0.0) for number in range(700))
    assert found.reviews == 7000
    assert abs(found.predicted - found.measured) < WITHIN
    assert all(
        abs(one.predicted - one.measured) < WITHIN for one in found.bins if one.reviews >= 1000
    )
    print(
        f"\nlate by {late} days: predicted {found.predicted:.4f}, remembered {found.measured:.4f}, error {found.error:.4f}"
    )


def test_a_learner_who_slips_is_seen() -> None:
    rng = Random(5)
    found = measure(live(rng, f"p/{number}", 10, 3.0, 0.15) for number in range(400))
    assert found.predicted - found.measured > 0.1


def test_nothing_to_measure() -> None:
    assert measure([Card(item="p/q")]).reviews == 0
