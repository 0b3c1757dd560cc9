"""The planner learns a learner's memory, pace and habits, and holds to priors when there is little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.cards import PlanCard, Review, read_cards
from prep_tracker.plan.habits import PRIOR
from prep_tracker.plan.learning import bend, fit_cards, fit_habits, fit_weights
from prep_tracker.plan.replay import Log, read_log, replay

TODAY = date(2026, 3, 2)
CARDS = read_cards(
    PlanCard(id=f"c{n:03}", weight=1, topic="t", minutes=4, difficulty=1 + n % 5)
    for n in range(200)
)


def study(recall: float, count: int = 200, gap: int = 5) -> list[Review]:
    """Cards first studied ten days ago (good), reviewed `gap` days later; a share is recalled."""
    first = [
        Review(card_id=f"c{n:03}", rating=3, time=TODAY - timedelta(days=10), minutes=4.0)
        for n in range(count)
    ]
    second = [
        Review(
            card_id=f"c{n:03}", rating=3 if n < recall * count else 1,
            time=TODAY - timedelta(days=10 - gap), minutes=2.0,
        )
        for n in range(count)
    ]  # fmt: skip
    return first + second


def log_of(history: list[Review]) -> Log:
    return read_log(history, CARDS.rows, TODAY.toordinal())


def recall_after(weights: tuple[float, ...], gap: float) -> float:
    stability = model.initial_stability(weights, np.array([3]))
    return float(model.recall(weights, np.array([gap]), stability)[0])


def test_nothing_known_is_the_prior() -> None:
    habits, memory = fit_habits(log_of([]), CARDS)
    assert habits == PRIOR
    assert not memory.seen.any()


def test_dials_at_zero_change_nothing() -> None:
    assert bend(model.DEFAULT, np.zeros(8)) == model.DEFAULT


def test_memory_is_fitted_to_the_answers() -> None:
    for share in (0.45, 0.7, 0.97):
        weights = fit_weights(log_of(study(share)), 200)
        assert abs(recall_after(weights, 5) - share) < 0.1


def test_a_single_answer_hardly_moves_the_prior() -> None:
    weights = fit_weights(log_of(study(0.0, count=1)), 200)
    assert abs(recall_after(weights, 5) - recall_after(model.DEFAULT, 5)) < 0.06


def test_a_card_forgotten_against_the_odds_is_held_weaker() -> None:
    log = log_of(study(0.95))
    memory, plain = fit_cards(log, 200, model.DEFAULT), replay(log, 200, model.DEFAULT)
    assert memory.stability[199] < plain.stability[199]
    assert memory.stability[0] > plain.stability[0]


def test_first_ratings_pace_and_grades_are_learned() -> None:
    habits, _ = fit_habits(log_of(study(0.8)), CARDS)
    assert habits.first[2, 2] > PRIOR.first[2, 2] + 0.3
    assert abs(habits.pace - 0.95) < 0.01
    assert 0.4 < habits.review_share < 0.5
    assert habits.grades[1] > PRIOR.grades[1]
    slow = [replace(one, minutes=2.5 * one.minutes) for one in study(0.8)]
    assert fit_habits(log_of(slow), CARDS)[0].pace > 2.0


def test_missed_days_raise_the_chance_of_missing_more() -> None:
    every_day = [
        Review(card_id=f"c{n:03}", rating=3, time=TODAY - timedelta(days=n), minutes=4.0)
        for n in range(1, 20)
    ]
    busy, lazy = (fit_habits(log_of(one), CARDS)[0].slips for one in (every_day, study(0.8)))
    assert busy < PRIOR.slips < lazy


def test_unknown_minutes_tell_nothing_of_the_pace() -> None:
    silent = [replace(one, minutes=0.0) for one in study(0.8)]
    assert abs(fit_habits(log_of(silent), CARDS)[0].pace - 0.95) < 1e-9


def test_first_ratings_alone_say_nothing_of_forgetting() -> None:
    habits, memory = fit_habits(log_of(study(0.8)[:200]), CARDS)
    assert habits.weights == PRIOR.weights
    assert memory.seen.all()
