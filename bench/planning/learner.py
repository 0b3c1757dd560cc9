"""A learner: a true memory that no planner sees, and days that go wrong."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import numpy as np

from prep_tracker.plan import memory_model as model
from prep_tracker.plan.cards import PlanCard, Review

FIRST_DAY = date(2026, 3, 2)


@dataclass(kw_only=True)
class Truth:
    """What is true of one learner: memory, pace, first answers, slips."""

    weights: tuple[float, ...]
    ability: float
    pace: float
    review_share: float
    grades: tuple[float, float, float]
    misgrading: float
    skip: float
    halve: float


@dataclass(kw_only=True)
class World:
    """The cards of one run, and what is true of each."""

    cards: list[PlanCard]
    weight: np.ndarray
    minutes: np.ndarray
    hardness: np.ndarray
    stability_noise: np.ndarray
    difficulty_noise: np.ndarray
    index: dict[str, int] = field(default_factory=dict)


def draw_truth(rng: np.random.Generator) -> Truth:
    """Draw a learner around the published medians."""
    weights = list(model.DEFAULT)
    scale = np.exp(rng.normal(0, 0.4))
    for rating in range(4):
        weights[rating] *= scale * np.exp(rng.normal(0, 0.15))
    weights[:4] = sorted(weights[:4])
    weights[4] = float(np.clip(weights[4] + rng.normal(0, 0.7), 4, 9))
    weights[8] += rng.normal(0, 0.35)
    weights[9] *= np.exp(rng.normal(0, 0.25))
    weights[10] *= np.exp(rng.normal(0, 0.3))
    weights[11] *= np.exp(rng.normal(0, 0.3))
    weights[13] *= np.exp(rng.normal(0, 0.2))
    weights[15] = float(np.clip(weights[15] * np.exp(rng.normal(0, 0.25)), 0.1, 1))
    weights[16] = float(np.clip(weights[16] * np.exp(rng.normal(0, 0.2)), 1, 4))
    weights[20] = float(np.clip(0.19 * np.exp(rng.normal(0, 0.45)), 0.08, 0.7))
    hard, easy = rng.uniform(0.08, 0.3), rng.uniform(0.05, 0.3)
    return Truth(
        weights=tuple(float(w) for w in weights),
        ability=float(rng.normal(0, 0.6)),
        pace=float(np.exp(rng.normal(0, 0.25))),
        review_share=float(np.clip(0.4 * np.exp(rng.normal(0, 0.3)), 0.15, 0.9)),
        grades=(hard, 1 - hard - easy, easy),
        misgrading=float(rng.uniform(0, 0.12)),
        skip=float(rng.uniform(0, 0.2)),
        halve=float(rng.uniform(0, 0.2)),
    )


def draw_world(rng: np.random.Generator, count: int) -> World:
    """Draw `count` cards in 15 topics with skewed weights."""
    topics = rng.integers(0, 15, count)
    heavy = np.exp(rng.normal(0, 0.6, 15))[topics] * np.exp(rng.normal(0, 0.6, count))
    weight = heavy / heavy.sum()
    hardness = rng.integers(1, 6, count)
    minutes = np.clip(np.round(np.exp(rng.normal(1.05, 0.35, count)) + 0.4 * hardness, 1), 1.5, 12)
    cards = [
        PlanCard(
            id=f"c{i:05d}", weight=float(weight[i]), topic=f"t{topics[i]}",
            minutes=float(minutes[i]), difficulty=int(hardness[i]),
        )
        for i in range(count)
    ]  # fmt: skip
    return World(
        cards=cards, weight=weight, minutes=minutes, hardness=hardness,
        stability_noise=np.exp(rng.normal(0, 0.35, count)),
        difficulty_noise=rng.normal(0, 0.8, count),
        index={card.id: i for i, card in enumerate(cards)},
    )  # fmt: skip


class Learner:
    """Studies what a plan says, as far as the day allows, and remembers."""

    def __init__(self, truth: Truth, world: World, rng: np.random.Generator) -> None:
        self.truth, self.world, self.rng = truth, world, rng
        count = len(world.cards)
        self.stability = np.full(count, np.nan)
        self.difficulty = np.full(count, np.nan)
        self.last = np.full(count, -1)
        self.history: list[Review] = []

    def first_chances(self, i: int) -> np.ndarray:
        """Chances of the first ratings 1 to 4 for card `i`."""
        return first_chances(self.truth, self.world.hardness[i])

    def study(self, day: int, i: int, minutes: float) -> None:
        """Study or review card `i`, and write what the learner would write."""
        truth = self.truth
        if np.isnan(self.stability[i]):
            true = int(self.rng.choice(4, p=self.first_chances(i))) + 1
            stability, difficulty = first_state(truth, self.world, i, true)
        else:
            gap = np.asarray([float(day - self.last[i])])
            chance = model.recall(truth.weights, gap, self.stability[i : i + 1])[0]
            known = self.rng.random() < chance
            true = int(self.rng.choice([2, 3, 4], p=truth.grades)) if known else 1
            s, d = model.review(
                truth.weights,
                self.stability[i : i + 1],
                self.difficulty[i : i + 1],
                gap,
                np.asarray([true]),
            )
            stability, difficulty = float(s[0]), float(d[0])
        self.stability[i], self.difficulty[i], self.last[i] = stability, difficulty, day
        said = true
        if self.rng.random() < truth.misgrading:
            said = int(np.clip(true + self.rng.choice([-1, 1]), 1, 4))
        moment = datetime.combine(FIRST_DAY + timedelta(days=day), time(9))
        self.history.append(
            Review(
                card_id=self.world.cards[i].id, rating=said, time=moment, minutes=round(minutes, 2)
            )
        )

    def live_day(self, day: int, order: list[int], budget: float) -> float:
        """Work down `order` until the minutes are used; give the minutes left.

        The last item is finished when at least half of it fits, so that days are neither
        longer nor shorter than said on average.
        """
        left = budget
        for i in order:
            share = self.truth.review_share if not np.isnan(self.stability[i]) else 1.0
            cost = self.world.minutes[i] * self.truth.pace * share * np.exp(self.rng.normal(0, 0.2))
            if cost > 2 * left:
                return 0.0
            left -= cost
            self.study(day, i, cost)
        return max(left, 0.0)

    def readiness(self, day: int) -> float:
        """True sum of weight times recall on `day`."""
        seen = ~np.isnan(self.stability)
        chance = model.recall(
            self.truth.weights, (day - self.last[seen]).astype(float), self.stability[seen]
        )
        return float((self.world.weight[seen] * chance).sum())


def first_chances(truth: Truth, hardness: float) -> np.ndarray:
    """Chances of the first ratings, from ability and the card's difficulty."""
    from math import erf, sqrt

    mean = truth.ability - 0.45 * (hardness - 3)
    cuts = [0.5 * (1 + erf((cut - mean) / sqrt(2))) for cut in (-1.1, -0.2, 1.3)]
    return np.diff([0.0, *cuts, 1.0])


def first_state(truth: Truth, world: World, i: int, rating: int) -> tuple[float, float]:
    """True stability and difficulty of card `i` after a first `rating`."""
    which = np.asarray([rating])
    stability = model.initial_stability(truth.weights, which)[0] * world.stability_noise[i]
    difficulty = model.initial_difficulty(truth.weights, which)[0] + world.difficulty_noise[i]
    return float(stability), float(np.clip(difficulty, 1, 10))
