"""What nobody can beat: a Lagrangian bound that knows the learner's true memory.

Give every minute of day d a price. Then the cards no longer compete, each is solved alone by
dynamic programming, and the sum of their worths plus the price of all minutes is at least
what any plan can reach in expectation, whatever the prices. The lowest such sum is the bound.
"""

import numpy as np
from scipy.optimize import minimize

from bench.planning.learner import first_chances
from bench.planning.simulate import Case, begin
from prep_tracker.plan import memory_model as model
from prep_tracker.plan.deck import Deck
from prep_tracker.plan.habits import Habits
from prep_tracker.plan.moments import Moments
from prep_tracker.plan.schedule import Scheduler
from prep_tracker.plan.value import find_steps, solve


def true_habits(case: Case, slips: float = 0.0) -> Habits:
    """What is true of the learner, in the planner's own form."""
    truth = case.truth
    return Habits(
        weights=truth.weights,
        first=np.array([first_chances(truth, hardness) for hardness in range(1, 6)]),
        grades=truth.grades, pace=truth.pace, review_share=truth.pace * truth.review_share,
        slips=slips,
    )  # fmt: skip


def true_deck(case: Case) -> Deck:
    """All cards with their true memory on the first day of the plan."""
    learner, world, truth = begin(case), case.world, case.truth
    seen = ~np.isnan(learner.stability)
    return Deck(
        weight=world.weight, study=world.minutes * truth.pace,
        repeat=world.minutes * truth.pace * truth.review_share,
        hardness=(world.hardness - 1).astype(np.intp), seen=seen,
        stability=np.where(seen, learner.stability, 1.0),
        difficulty=np.where(seen, learner.difficulty, 5.0),
        last=np.where(seen, learner.last - case.start, 0),
    )  # fmt: skip


class NoisyFirsts(Scheduler):
    """Offers that know each card's own noise at first study."""

    noise: tuple[np.ndarray, np.ndarray]

    def offer_new(self, rows: np.ndarray) -> None:
        """Worth of a first study on each day, in the card's own true state after it."""
        ratings = np.arange(1, 5)
        weights = self.habits.weights
        stability = model.initial_stability(weights, ratings)[None] * self.noise[0][rows][:, None]
        difficulty = model.initial_difficulty(weights, ratings)[None] + self.noise[1][rows][:, None]
        which = np.arange(len(self.values.moments.days))
        worth = self.values.at(
            which[None, :, None], stability[:, None], np.clip(difficulty, 1, 10)[:, None],
            self.log_price[rows][:, None, None],
        )  # fmt: skip
        gross = (worth * self.habits.first[self.deck.hardness[rows]][:, None]).sum(axis=2)
        self.write_offers(rows, gross, self.first_price[rows], np.zeros(len(rows)), 0)


def upper_bound(case: Case, knots: int = 5, tries: int = 160) -> float:
    """The lowest bound found over prices that bend at `knots` days."""
    habits, deck = true_habits(case), true_deck(case)
    horizon = case.scenario.days
    days = np.arange(horizon)
    open_days = case.budgets > 0
    steps = find_steps(habits, days)
    NoisyFirsts.noise = (case.world.stability_noise, case.world.difficulty_noise)
    places = np.unique(np.round((1 - np.geomspace(1, 1e-9 + 1 / horizon, knots)) * (horizon - 1)))

    def total(logs: np.ndarray) -> float:
        prices = np.exp(np.interp(days, places, logs))
        moments = Moments(
            days=days,
            budgets=case.budgets,
            prices=np.where(open_days, prices, np.inf),
            horizon=horizon,
        )
        offers = NoisyFirsts(deck, solve(habits, moments, steps))
        worth = np.maximum(offers.later[:, 0], offers.now[:, 0])
        return float((worth * deck.weight).sum() + (prices * case.budgets).sum())

    value = deck.weight / deck.study * 0.7
    begin_at = np.log(np.sort(value)[::-1][min(int(np.searchsorted(
        np.cumsum(deck.study[np.argsort(-value)]), 0.75 * case.budgets.sum())), len(value) - 1)])  # fmt: skip
    found = minimize(
        total, np.full(len(places), begin_at), method="Nelder-Mead",
        options={"maxfev": tries, "xatol": 0.01, "fatol": 1e-5,
                 "initial_simplex": begin_at + 0.4 * np.vstack([np.zeros(len(places)), np.eye(len(places))])},
    )  # fmt: skip
    return float(found.fun)
