"""The morning: warm up, arrive early, learn nothing new."""

from __future__ import annotations

from prep_tracker.model.checklist import ChecklistItem, When
from prep_tracker.model.words import Round
from prep_tracker.plan.checklist.facts import ChecklistFacts
from prep_tracker.plan.checklist.items import make_item

WARM_UPS: dict[Round, tuple[int, str]] = {
    Round.CODING: (
        14,
        "Say the steps of a coding round once: repeat the task, ask, example, plan, code, test, complexity.",
    ),
    Round.SYSTEM_DESIGN: (
        11,
        "Say the phases of a design round once: ask, frame, numbers, data, model, metrics, serve, watch.",
    ),
    Round.BEHAVIORAL: (15, "Say the first sentence of each of your stories; the rest will follow."),
    Round.PROJECT: (
        12,
        "Say your project in two sentences: what it was for, and what changed because of it.",
    ),
    Round.ML_BREADTH: (2, "Pick three algorithms and say each in thirty seconds."),
    Round.ML_DEPTH: (16, "Draw the one architecture you know best, from memory."),
    Round.BUSINESS: (
        13,
        "Say in one sentence how their product earns money and where a model helps.",
    ),
}


def list_items(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    """Items of the morning."""
    rounds = facts.profile.rounds[:2] or (Round.ML_BREADTH,)
    return (
        make_item("thirty-seconds", 1, When.MORNING,
                  "Read only the 30-second answers of yesterday's questions, once."),
        *(make_item(f"warm-up-{name.value}", WARM_UPS[name][0], When.MORNING, WARM_UPS[name][1]) for name in rounds),
        make_item("arrive", 18, When.MORNING,
                  "Eat, drink, move for ten minutes; be in the room or the call five minutes early, with paper and a pen."),
    )  # fmt: skip
