"""Make `fsrs.json`: review sequences with what the `fsrs` package says of them, under our rule of days.

Run `python tests/vectors/make_fsrs.py` after a change of the package or of the rule, and read the difference.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from fsrs import Card, Rating, Scheduler, State

DAY = 86_400_000
START = datetime(2020, 1, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FILE = Path(__file__).with_name("fsrs.json")
GAPS = (
    0,
    1,
    999,
    60_000,
    DAY - 1,
    DAY,
    DAY + 1,
    2 * DAY - 1,
    3 * DAY,
    10 * DAY + 12345,
    100 * DAY,
    1000 * DAY,
)


def render_instant(at: int) -> str:
    """Milliseconds since 1970 as `2026-11-22T10:00:00.000Z`."""
    moment = EPOCH + timedelta(milliseconds=at)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at % 1000:03d}Z"


def follow(reviews: list[tuple[int, int]], retention: float) -> list[dict[str, object]]:
    """Each review with the memory and due instant after it; the package itself, not our code."""
    scheduler = Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card, last, rows = Card(card_id=1, due=START), None, []
    for at, rating in reviews:
        days = 0 if last is None else max(0, (at - last) // DAY)
        recall = (
            0.0
            if last is None
            else scheduler.get_card_retrievability(card, START + timedelta(days=days))
        )
        moment = START + timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(rating), moment)
        assert card.state is State.Review
        due = at + (card.due - moment).days * DAY
        card.last_review, last = START, at
        rows.append(
            {
                "at": render_instant(at),
                "rating": rating,
                "days": days,
                "recall": round(recall, 9),
                "stability": round(float(card.stability or 0), 9),
                "difficulty": round(float(card.difficulty or 0), 9),
                "due": render_instant(due),
            }
        )
    return rows


def draw_reviews(rng: Random, count: int) -> list[tuple[int, int]]:
    """A row of reviews with gaps of all kinds, a clock that goes back among them."""
    at = int(
        (datetime(2026, 1, 1, tzinfo=UTC) - EPOCH) / timedelta(milliseconds=1)
    ) + rng.randrange(300 * DAY)
    reviews = []
    for _ in range(count):
        reviews.append((at, rng.choices((1, 2, 3, 4), (2, 2, 5, 2))[0]))
        at += rng.choice([rng.choice(GAPS), rng.randrange(40 * DAY), rng.randrange(2 * DAY)])
    if rng.random() < 0.2:
        reviews.append((at - 3 * DAY, 3))
    return reviews


def make() -> str:
    """The file's text."""
    rng = Random("fsrs vectors")
    cases = [
        {
            "retention": retention,
            "reviews": follow(
                [(1_767_225_600_000, first), (1_767_225_600_000 + gap, second)], retention
            ),
        }
        for retention in (0.9,)
        for first in (1, 2, 3, 4)
        for second in (1, 2, 3, 4)
        for gap in (0, DAY - 1, DAY, 5 * DAY)
    ]
    for number in range(60):
        retention = (0.9, 0.8, 0.95, 0.7, 0.97)[number % 5]
        cases.append(
            {
                "retention": retention,
                "reviews": follow(draw_reviews(rng, rng.randint(3, 20)), retention),
            }
        )
    head = {
        "about": "FSRS-6 with its default weights, no steps, no fuzz, days = max(0, floor(milliseconds / 86400000))",
        "weights": list(Scheduler().parameters),
        "tolerance": {
            "stability": 1e-6,
            "difficulty": 1e-6,
            "recall": 1e-6,
            "due": "to the millisecond",
        },
    }
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    return json.dumps(head, indent=1)[:-2] + ',\n "cases": [\n' + lines + "\n]}\n"


if __name__ == "__main__":
    FILE.write_text(make(), encoding="utf-8")
