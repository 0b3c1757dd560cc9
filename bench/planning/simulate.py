"""One learner's preparation, day by day, under a policy."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from bench.planning.baselines import Policy, make_spaced
from bench.planning.learner import FIRST_DAY, Learner, Truth, World, draw_truth, draw_world
from prep_tracker.plan.planner import plan

SHORT = 3.0
"""Minutes; with less than this left of a day nobody asks for more."""


@dataclass(frozen=True)
class Scenario:
    """Cards, days, minutes a day, and days of study before today."""

    cards: int
    days: int
    minutes: float
    before: int = 0

    @property
    def name(self) -> str:
        """As the tables show it."""
        earlier = f", {self.before} days before" if self.before else ""
        return f"({self.cards}, {self.days}, {self.minutes:g}{earlier})"


SCENARIOS = (
    Scenario(200, 14, 60),
    Scenario(600, 30, 60),
    Scenario(600, 7, 120),
    Scenario(1000, 60, 45),
    Scenario(150, 2, 180),
    Scenario(400, 21, 60, 40),
)


@dataclass(kw_only=True)
class Case:
    """One learner in one scenario, the same for every policy."""

    scenario: Scenario
    truth: Truth
    world: World
    budgets: np.ndarray
    seed: int

    @property
    def start(self) -> int:
        """The day the plan begins, counted from the first day of study."""
        return self.scenario.before


def draw_case(scenario: Scenario, number: int) -> Case:
    """Draw learner `number` of a scenario."""
    seed = number * 1000 + scenario.cards * 7 + scenario.days
    rng = np.random.default_rng(seed)
    truth = draw_truth(rng)
    world = draw_world(rng, scenario.cards)
    luck = rng.random(scenario.days)
    share = np.where(luck < truth.skip, 0.0, np.where(luck < truth.skip + truth.halve, 0.5, 1.0))
    return Case(
        scenario=scenario, truth=truth, world=world, budgets=share * scenario.minutes, seed=seed
    )


def begin(case: Case) -> Learner:
    """The learner on the first day of the plan, with the earlier study done."""
    learner = Learner(case.truth, case.world, np.random.default_rng(case.seed + 1))
    if case.start:
        earlier = make_spaced(
            case.world, case.start * 2, FIRST_DAY.toordinal(), 0.9, by_value=False
        )
        for day in range(case.start):
            learner.live_day(day, earlier(day, learner.history), case.scenario.minutes * 0.3)
    return learner


def run_policy(case: Case, policy: Policy) -> float:
    """Readiness on the day under a baseline; `policy` sees days from the first study."""
    learner = begin(case)
    for day in range(case.scenario.days):
        order = policy(case.start + day, learner.history)
        learner.live_day(case.start + day, order, case.budgets[day])
    return learner.readiness(case.start + case.scenario.days)


def run_planner(case: Case, planner=plan, asks: int = 1) -> float:  # noqa: ANN001 - any planner
    """Readiness on the day when `plan` is asked up to `asks` times every day."""
    learner, days = begin(case), case.scenario.days
    interview = FIRST_DAY + timedelta(days=case.start + days)
    for day in range(days):
        left, now = float(case.budgets[day]), case.start + day
        minutes = [case.scenario.minutes] * (days - day)
        for _ in range(asks):
            if left < SHORT:
                break
            today = FIRST_DAY + timedelta(days=now)
            found = planner(case.world.cards, today, interview, minutes, list(learner.history))
            check_first_day(found, minutes[0])
            left = learner.live_day(now, [case.world.index[card] for card, _ in found[0]], left)
            minutes = [left, *minutes[1:]]
    return learner.readiness(case.start + days)


def check_first_day(days: list[list[tuple[str, float]]], minutes: float) -> None:
    """Refuse a plan that cheats with the minutes."""
    spent = sum(each for _, each in days[0])
    if spent > minutes + 1e-6:
        message = f"{spent} minutes planned into {minutes}"
        raise AssertionError(message)
