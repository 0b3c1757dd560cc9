"""The price of a minute, and the days filled at it."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from prep_tracker.plan.deck import Deck
from prep_tracker.plan.habits import Habits
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.moments import Moments, find_moments
from prep_tracker.plan.schedule import Scheduler, Sitting, pick
from prep_tracker.plan.value import find_steps, solve

LOWEST: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Sittings of every moment, and the prices they were chosen with."""

    moments: Moments
    sittings: tuple[tuple[Sitting, ...], ...]


def guess_price(deck: Deck, budgets: Floats) -> float:
    """Worth of a minute if all minutes went to the cards of most weight a minute, once."""
    worth = 0.7 * deck.weight / deck.study
    order = np.argsort(-worth, kind="stable")
    used = np.cumsum((deck.study * np.where(deck.seen, 0.5, 1))[order])
    place = int(np.searchsorted(used, 0.75 * budgets.sum()))
    return max(float(worth[order[min(place, len(order) - 1)]]), LOWEST)


def make_schedule(deck: Deck, habits: Habits, budgets: Floats) -> Schedule:
    """Fill all days, one after the other, at one price for every minute.

    One price for all days did better on simulated learners than prices fitted to each day: what
    today is good for is then not blurred by the small differences between later days.
    The deck must have a card and `budgets` a day. Deterministic; grows with
    moments² x grid + cards x log cards x moments.
    """
    moments = find_moments(budgets)
    moments = replace(moments, prices=moments.prices * guess_price(deck, budgets))
    scheduler = Scheduler(deck, solve(habits, moments, find_steps(habits, moments.days)))
    filled = [tuple(scheduler.fill(number)) for number in range(len(moments.days))]
    return Schedule(moments=moments, sittings=tuple(filled))


def spread_days(schedule: Schedule, budgets: Floats) -> list[list[Sitting]]:
    """Sittings of every single day: spans are dealt out to their days in order."""
    ends = np.append(schedule.moments.days[1:], schedule.moments.horizon)
    found: list[list[Sitting]] = []
    for start, end, sittings in zip(schedule.moments.days, ends, schedule.sittings, strict=True):
        found += _deal(list(sittings), budgets[start:end].tolist())
    return found


def _deal(sittings: list[Sitting], budgets: list[float]) -> list[list[Sitting]]:
    """Fill one day after the other; what fits in no day is left out."""
    if len(budgets) == 1:
        return [sittings]
    days: list[list[Sitting]] = []
    for budget in budgets:
        places = pick(np.asarray([sitting.minutes for sitting in sittings]), budget).tolist()
        days.append([sittings[place] for place in places])
        taken = set(places)
        sittings = [one for place, one in enumerate(sittings) if place not in taken]
    return days
