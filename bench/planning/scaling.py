"""How the time of one plan grows with cards and days, as ratios."""

from __future__ import annotations

from datetime import timedelta
from math import log
from time import process_time

import numpy as np

from bench.planning.learner import FIRST_DAY, draw_world
from prep_tracker.plan.cards import PlanCard
from prep_tracker.plan.planner import plan

CARDS = (250, 1000, 4000, 16000)
DAYS = (15, 30, 60, 120)
BASE = (1000, 60)


def measure(cards: list[PlanCard], days: int, turns: int = 3) -> float:
    """Least processor seconds of a plan with 45 minutes a day for each 1,000 cards."""
    times = []
    for _ in range(turns):
        start = process_time()
        minutes = 45 * max(len(cards) / BASE[0], 1)
        plan(cards, FIRST_DAY, FIRST_DAY + timedelta(days=days), minutes, [])
        times.append(process_time() - start)
    return min(times)


def report() -> list[str]:
    """Lines of the report: seconds, and the ratio to what N log N x D allows."""
    cards = draw_world(np.random.default_rng(1), CARDS[-1]).cards
    base = measure(cards[: BASE[0]], BASE[1])
    lines = ["cards   days  seconds  ratio  N log N x D allows"]
    sizes = [(count, BASE[1]) for count in CARDS] + [(BASE[0], days) for days in DAYS]
    for count, days in sizes:
        seconds = measure(cards[:count], days)
        allowed = count * log(count) * days / (BASE[0] * log(BASE[0]) * BASE[1])
        lines.append(
            f"{count:>6}  {days:>4}  {seconds:>7.3f}  {seconds / base:>5.2f}  {allowed:>5.2f}"
        )
    return lines


def main() -> None:
    """Print the report."""
    print("\n".join(report()))


if __name__ == "__main__":
    main()
