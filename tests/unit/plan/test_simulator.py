"""The simulator of `bench/planning` is honest, and the plan does well on a few learners."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from bench.planning.baselines import named_baselines
from bench.planning.bound import upper_bound
from bench.planning.learner import FIRST_DAY
from bench.planning.simulate import (
    SCENARIOS,
    Scenario,
    begin,
    draw_case,
    run_planner,
    run_policy,
)
from prep_tracker.plan.planner import plan

SMALL = Scenario(80, 6, 40)


def test_a_case_is_the_same_for_every_policy() -> None:
    one, two = draw_case(SMALL, 4), draw_case(SMALL, 4)
    assert one.truth == two.truth
    assert run_planner(one) == run_planner(two)


def test_the_plan_beats_a_constant_retention_and_stays_below_the_bound() -> None:
    scores: dict[str, list[float]] = {"plan": [], "Anki-like": [], "bound": []}
    for number in range(8):
        case = draw_case(SMALL, number)
        anki = named_baselines(case.world, SMALL.days, FIRST_DAY.toordinal(), number)["Anki-like"]
        scores["plan"].append(run_planner(case))
        scores["Anki-like"].append(run_policy(case, anki))
        scores["bound"].append(upper_bound(case))
    means = {name: float(np.mean(values)) for name, values in scores.items()}
    assert means["plan"] > 1.4 * means["Anki-like"]
    assert 0.9 * means["bound"] < means["plan"] < 1.02 * means["bound"]


def test_earlier_study_is_done_before_the_first_day() -> None:
    case = draw_case(SCENARIOS[-1], 0)
    learner = begin(case)
    assert learner.history
    today = FIRST_DAY + timedelta(days=case.start)
    assert all(event.time.date() < today for event in learner.history)


def test_a_planner_that_overfills_a_day_is_refused() -> None:
    case = draw_case(SMALL, 0)

    def greedy(*arguments):  # noqa: ANN002, ANN202 - any planner
        first, *rest = plan(*arguments)
        return [first + first, *rest]

    with pytest.raises(AssertionError, match="minutes planned"):
        run_planner(case, greedy)
