"""Simpler ways to spend the same minutes: what the planner has to beat."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bench.planning.learner import World
from prep_tracker.plan import memory_model as model
from prep_tracker.plan.cards import Review, read_day

Policy = Callable[[int, list[Review]], list[int]]
"""(day, history) -> the day's cards, best first; the day ends when its minutes do."""


@dataclass
class Believed:
    """Card states as FSRS with the published parameters believes them."""

    stability: np.ndarray
    difficulty: np.ndarray
    last: np.ndarray
    used: int = 0

    def take(self, world: World, history: list[Review], first_day: int) -> None:
        """Replay the reviews that came since the last call."""
        for event in history[self.used :]:
            i = world.index[event.card_id]
            day = read_day(event.time) - first_day
            rating = np.asarray([event.rating])
            if np.isnan(self.stability[i]):
                self.stability[i] = model.initial_stability(model.DEFAULT, rating)[0]
                self.difficulty[i] = model.initial_difficulty(model.DEFAULT, rating)[0]
            else:
                gap = np.asarray([float(day - self.last[i])])
                s, d = model.review(
                    model.DEFAULT,
                    self.stability[i : i + 1],
                    self.difficulty[i : i + 1],
                    gap,
                    rating,
                )
                self.stability[i], self.difficulty[i] = s[0], d[0]
            self.last[i] = day
        self.used = len(history)

    def recall(self, day: int) -> np.ndarray:
        """Believed recall of every card on `day`; nan for the unseen."""
        return model.recall(model.DEFAULT, (day - self.last).astype(float), self.stability)


def blank(world: World) -> Believed:
    """Nothing studied."""
    count = len(world.cards)
    return Believed(np.full(count, np.nan), np.full(count, np.nan), np.full(count, -1))


def make_spaced(
    world: World, days: int, first_day: int, retention: float, *, by_value: bool,
    new_a_day: float | None = None, review_last: float = 0.0, start: int = 0,
) -> Policy:  # fmt: skip
    """Due reviews first (recall below `retention`), then new cards.

    `review_last` of the days show no new card and review the worst first.
    """
    count = len(world.cards)
    limit = count / days if new_a_day is None else new_a_day
    value = world.weight / world.minutes
    order = np.argsort(-value) if by_value else np.arange(count)
    state = blank(world)

    def policy(day: int, history: list[Review]) -> list[int]:
        state.take(world, history, first_day)
        chance = state.recall(day)
        seen = ~np.isnan(chance)
        due = np.flatnonzero(seen & (chance <= retention) & (state.last < day))
        due = due[np.argsort(-(value[due] * (1 - chance[due])) if by_value else chance[due])]
        fresh = [int(i) for i in order if not seen[i]]
        if day >= start + days - round(review_last * days):
            known = np.flatnonzero(seen & (state.last < day))
            rest = known[np.argsort(-value[known] * (1 - chance[known]))]
            return [*map(int, rest), *fresh]
        allowed = len(fresh) if np.isinf(limit) else int((day + 1) * limit) - int(day * limit)
        return [*map(int, due), *fresh[: max(allowed, 1)]]

    return policy


def make_random(world: World, rng: np.random.Generator) -> Policy:
    """Any card, seen or not."""

    def policy(_day: int, _history: list[Review]) -> list[int]:
        return [int(i) for i in rng.permutation(len(world.cards))]

    return policy


def named_baselines(
    world: World, days: int, first_day: int, seed: int, start: int = 0
) -> dict[str, Policy]:
    """All baselines by name."""
    inf = float("inf")

    def spaced(retention: float, **more: object) -> Policy:
        return make_spaced(
            world, days, first_day, retention, **{"by_value": False, "start": start, **more}
        )  # type: ignore[arg-type]

    found = {
        "read once": spaced(0.0, new_a_day=inf),
        "random": make_random(world, np.random.default_rng(seed)),
        "Anki-like": spaced(0.9),
        "read once, by value": spaced(0.0, new_a_day=inf, by_value=True),
    }
    for retention in (0.6, 0.7, 0.75, 0.8, 0.85, 0.95):
        found[f"Anki-like {retention}"] = spaced(retention)
    for retention in (0.5, 0.6, 0.7, 0.8, 0.9):
        found[f"by value {retention}"] = spaced(retention, new_a_day=inf, by_value=True)
    for share in (0.1, 0.2, 0.3, 0.4, 0.5):
        found[f"by value, last {share} review"] = spaced(
            0.0, new_a_day=inf, by_value=True, review_last=share
        )
    return found
