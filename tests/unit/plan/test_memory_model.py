"""Our arrays of FSRS-6 agree with the reference implementation."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import numpy as np
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

from prep_tracker.plan import memory_model as model


def test_the_published_parameters_are_the_packages() -> None:
    assert tuple(DEFAULT_PARAMETERS) == model.DEFAULT


def test_recall_and_memory_agree_with_the_package_to_a_billionth() -> None:
    reference = Scheduler(learning_steps=[], relearning_steps=[], enable_fuzzing=False)
    luck = random.Random(3)
    for _ in range(60):
        card, now, gap = Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC), 0
        stability = difficulty = np.empty(0)
        for turn in range(8):
            rating = luck.choice([1, 2, 3, 3, 4])
            which = np.array([rating])
            if turn == 0:
                stability = model.initial_stability(model.DEFAULT, which)
                difficulty = model.initial_difficulty(model.DEFAULT, which)
            else:
                elapsed = np.array([float(gap)])
                ours = model.recall(model.DEFAULT, elapsed, stability)[0]
                assert abs(ours - reference.get_card_retrievability(card, now)) < 1e-9
                stability, difficulty = model.review(
                    model.DEFAULT, stability, difficulty, elapsed, which
                )
            card, _ = reference.review_card(card, Rating(rating), now)
            assert card.stability is not None
            assert card.difficulty is not None
            assert abs(stability[0] / card.stability - 1) < 1e-9
            assert abs(difficulty[0] - card.difficulty) < 1e-9
            gap = luck.choice([0, 1, 2, 5, 10, 40])
            now += timedelta(days=gap)
