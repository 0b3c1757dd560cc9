"""The tables of worth and the forecast agree with sums done by hand."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.cards import PlanCard, Review
from prep_tracker.plan.forecast import forecast
from prep_tracker.plan.habits import PRIOR
from prep_tracker.plan.planner import Task, prepare
from prep_tracker.plan.schedule import Sitting
from prep_tracker.plan.value import transitions

TODAY = date(2026, 3, 2)


def sitting(*, is_new: bool) -> Sitting:
    return Sitting(row=0, minutes=5.0, is_new=is_new, worth=1.0)


def make(history: list[Review], days: int) -> Task:
    cards = [PlanCard(id="a", weight=1.0, topic="t", minutes=5.0, difficulty=3)]
    return prepare(cards, TODAY, TODAY + timedelta(days=days), 60, history, PRIOR)


def by_hand(days: int, review: int | None) -> float:
    """Study on day 0, perhaps once more, asked on day `days`: over all ratings."""
    ratings = np.arange(1, 5)
    stability = model.initial_stability(model.DEFAULT, ratings)
    difficulty = model.initial_difficulty(model.DEFAULT, ratings)
    if review is None:
        recall = model.recall(model.DEFAULT, np.array(float(days)), stability)
        return float(PRIOR.first[2] @ recall)
    elapsed = np.full(4, float(review))
    chance, after, _ = PRIOR.outcomes(elapsed, stability, difficulty)
    recall = model.recall(model.DEFAULT, np.array(float(days - review)), after)
    return float(PRIOR.first[2] @ (chance * recall).sum(axis=1))


def test_one_study_is_forecast_as_by_hand() -> None:
    task = make([], 10)
    found = forecast(task.deck, task.habits, [[sitting(is_new=True)], *[[] for _ in range(9)]])
    assert found.by_day[0] == 0
    assert abs(found.by_day[-1] - by_hand(10, None)) < 0.005


def test_a_study_and_a_review_are_forecast_as_by_hand() -> None:
    task = make([], 10)
    days = [[sitting(is_new=True)], [], [], [], [sitting(is_new=False)], *[[] for _ in range(5)]]
    assert abs(forecast(task.deck, task.habits, days).by_day[-1] - by_hand(10, 4)) < 0.01


def test_a_card_known_before_is_forecast_exactly_until_it_is_reviewed() -> None:
    history = [Review(card_id="a", rating=3, time=TODAY - timedelta(days=6), minutes=5.0)]
    task = make(history, 4)
    idle = forecast(task.deck, task.habits, [[], [], [], []])
    stability = model.initial_stability(model.DEFAULT, np.array([3]))
    exact = [float(model.recall(model.DEFAULT, np.array(6.0 + n), stability)[0]) for n in range(5)]
    assert np.allclose(idle.by_day, exact)
    reviewed = forecast(task.deck, task.habits, [[sitting(is_new=False)], [], [], []])
    assert reviewed.by_day[-1] > idle.by_day[-1] + 0.1
    assert list(reviewed.recall) == [reviewed.by_day[-1]]


def test_transitions_are_chances() -> None:
    moves = transitions(PRIOR, np.array([1.0, 30.0]))
    assert np.allclose(moves.sum(axis=2), 1)
    assert moves.min() >= 0
