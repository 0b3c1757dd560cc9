"""Habits learned from a learner's own history, with priors that hold when there is little."""

from dataclasses import replace
from typing import Final

import numpy as np

from prep_tracker.plan.cards import Cards
from prep_tracker.plan.habits import FIRST_CHANCES, GRADES, PRIOR, Habits
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.replay import Log, Memory, replay

SPREAD: Final = np.asarray([0.45, 0.4, 0.35, 0.3, 0.2, 0.2, 0.2, 0.2])
"""How far learners differ (s.d. of the prior), by dial; see `bend`."""

CARD_SPREAD: Final = 0.35
"""S.d. of the log of a card's own stability around the learner's."""

TYPICAL: Final = 0.95
"""Half of all sittings take less than this share of the mean, since times are skewed. Planned with
it, a day that runs out loses its least valuable item; with the mean, half of the days would end
early."""

PACE_SPREAD: Final = 0.25
"""How far learners' paces differ: s.d. of the log, for first study and for reviews alike."""

PACE_NOISE: Final = 0.2
"""S.d. of the log of one sitting's minutes around the learner's pace."""

SLIP: Final = 0.03
"""Chance that a rating says the opposite of what was known."""


def bend(weights: tuple[float, ...], dials: Floats) -> tuple[float, ...]:
    """Weights changed by eight dials; all zero changes nothing.

    The dials: log scale of first stabilities, log of the forgetting exponent, growth of
    stability (its exponent), log of stability after a lapse, and the log scale of the first
    stability of each of the ratings 1 to 4.
    """
    bent = list(weights)
    for rating in range(4):
        bent[rating] *= float(np.exp(dials[0] + dials[4 + rating]))
    bent[20] = float(np.clip(bent[20] * np.exp(dials[1]), 0.05, 0.9))
    bent[8] += float(dials[2])
    bent[11] *= float(np.exp(dials[3]))
    return tuple(bent)


def _chance_said(recall: Floats) -> Floats:
    """Chance that the rating says 'known', slips included."""
    return np.clip(SLIP + (1 - 2 * SLIP) * recall, 1e-4, 1 - 1e-4)


def fit_weights(log: Log, count: int, turns: int = 4) -> tuple[float, ...]:
    """Most likely weights under the prior, by Fisher scoring on known / not known."""
    used = (log.turn > 0) & (log.gap >= 1)
    if not used.any():
        return PRIOR.weights
    known = (log.rating[used] > 1).astype(float)
    dials = np.zeros(len(SPREAD))
    step = 1e-3
    for _ in range(turns):
        chance = _chance_said(replay(log, count, bend(PRIOR.weights, dials)).recall[used])
        slopes = np.empty((len(known), len(dials)))
        for dial in range(len(dials)):
            moved = dials.copy()
            moved[dial] += step
            there = _chance_said(replay(log, count, bend(PRIOR.weights, moved)).recall[used])
            slopes[:, dial] = (there - chance) / step
        noise = chance * (1 - chance)
        weighted = slopes / noise[:, None]
        curve = weighted.T @ slopes + np.diag(SPREAD**-2)
        climb = weighted.T @ (known - chance) - dials / SPREAD**2
        dials = np.clip(dials + np.linalg.solve(curve, climb), -4 * SPREAD, 4 * SPREAD)
    return bend(PRIOR.weights, dials)


def fit_cards(log: Log, count: int, weights: tuple[float, ...]) -> Memory:
    """Memory of each card, its own stability drawn from its own answers."""
    plain = replay(log, count, weights)
    used = (log.turn > 0) & (log.gap >= 1)
    if not used.any():
        return plain
    step = 1e-3
    moved = replay(log, count, weights, float(np.exp(step)))
    chance = _chance_said(plain.recall[used])
    slope = (_chance_said(moved.recall[used]) - chance) / step
    noise = chance * (1 - chance)
    said = log.rating[used] > 1
    pull = np.bincount(log.card[used], slope * (said - chance) / noise, minlength=count)
    sure = np.bincount(log.card[used], slope**2 / noise, minlength=count)
    own = np.clip(pull / (sure + CARD_SPREAD**-2), -1.0, 1.0)
    return replay(log, count, weights, np.exp(own))


def fit_first(log: Log, hardness: np.ndarray) -> Floats:
    """Chances of first ratings by card difficulty, drawn to what the learner gives."""
    first = log.turn == 0
    rows = hardness[log.card[first]]
    given = np.bincount(log.rating[first] - 1, minlength=4).astype(float)
    expected = FIRST_CHANCES[rows].sum(axis=0)
    steady = 12 * FIRST_CHANCES.mean(axis=0)
    shifted = FIRST_CHANCES * ((given + steady) / (expected + steady))
    shifted /= shifted.sum(axis=1, keepdims=True)
    counts = np.zeros_like(shifted)
    np.add.at(counts, (rows, log.rating[first] - 1), 1.0)
    own = counts + 15 * shifted
    return np.asarray(own / own.sum(axis=1, keepdims=True))


def fit_grades(log: Log) -> tuple[float, float, float]:
    """Chances of hard, good, easy among answers that were known."""
    counts = np.bincount(log.rating[(log.turn > 0) & (log.rating > 1)], minlength=5)[2:5]
    share = counts + 20 * np.asarray(GRADES)
    hard, good, easy = (share / share.sum()).tolist()
    return hard, good, easy


def fit_haste(log: Log, minutes: Floats) -> float:
    """Share of the typical minutes that today's list is made with.

    A list that is too long loses its last and least item; one that is too short loses the rest of
    the day. So today is planned for a learner one and a half s.d. quicker than is known; what is
    unsure about the pace goes away with every timed sitting.
    """
    timed = int(((log.minutes > 0) & (minutes[log.card] > 0)).sum())
    unsure = PACE_SPREAD / np.sqrt(1 + timed * (PACE_SPREAD / PACE_NOISE) ** 2)
    return float(np.exp(-1.5 * unsure))


def fit_pace(log: Log, minutes: Floats) -> tuple[float, float]:
    """Typical minutes a named minute, for first study and for reviews."""
    timed = (log.minutes > 0) & (minutes[log.card] > 0)
    named = minutes[log.card]
    took = np.clip(log.minutes, 0.05 * named, 5 * named)
    typical = float(minutes.mean())
    new, again = timed & (log.turn == 0), timed & (log.turn > 0)
    pace = (took[new].sum() + 2 * typical * PRIOR.pace) / (named[new].sum() + 2 * typical)
    share = PRIOR.review_share * pace
    again_share = (took[again].sum() + 3 * typical * share) / (named[again].sum() + 3 * typical)
    return float(pace * TYPICAL), float(again_share * TYPICAL)


def fit_slips(log: Log) -> float:
    """Chance that a planned day fails, from the days without any study; the log has a review."""
    first = max(int(log.day.min()), -21)
    studied = len(np.unique(log.day[(log.day >= first) & (log.day < 0)]))
    missed = -first - studied
    return float(np.clip((missed + 20 * PRIOR.slips) / (20 - first), 0.1, 0.4))


def fit_habits(log: Log, cards: Cards) -> tuple[Habits, Memory]:
    """Everything the history tells of the learner, and the memory of each card."""
    count = len(cards.ids)
    if not len(log.card):
        return PRIOR, replay(log, count, PRIOR.weights)
    weights = fit_weights(log, count)
    pace, share = fit_pace(log, cards.minutes)
    habits = replace(
        PRIOR, weights=weights, first=fit_first(log, cards.hardness), grades=fit_grades(log),
        pace=pace, review_share=share, slips=fit_slips(log), haste=fit_haste(log, cards.minutes),
    )  # fmt: skip
    return habits, fit_cards(log, count, weights)
