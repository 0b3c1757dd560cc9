"""In the room: how to start, how to split the minutes, what to say when stuck."""

from __future__ import annotations

from prep_tracker.model.checklist import ChecklistItem, When
from prep_tracker.model.words import ROUND_TITLES, Round
from prep_tracker.plan.checklist.facts import ChecklistFacts
from prep_tracker.plan.checklist.items import make_item

PHASES: dict[Round, tuple[tuple[str, int], ...]] = {
    Round.CODING: (("understand and ask", 5), ("plan and agree", 5), ("code", 20), ("test and complexity", 10), ("your questions", 5)),
    Round.ML_BREADTH: (("answers of two minutes each", 35), ("one deeper", 5), ("your questions", 5)),
    Round.ML_DEPTH: (("frame your topic", 5), ("go deep", 30), ("limits and alternatives", 5), ("your questions", 5)),
    Round.SYSTEM_DESIGN: (("clarify and frame", 8), ("numbers and data", 7), ("model and metrics", 12), ("serve and monitor", 10), ("trade-offs", 3), ("your questions", 5)),
    Round.PROJECT: (("the project in two minutes", 2), ("approach and choices", 15), ("challenges", 13), ("results and lessons", 10), ("your questions", 5)),
    Round.BEHAVIORAL: (("four stories of six minutes with their probes", 24), ("shorter prompts", 14), ("your questions", 7)),
    Round.BUSINESS: (("clarify the goal", 7), ("structure", 8), ("analyse with numbers", 18), ("recommend", 7), ("your questions", 5)),
}  # fmt: skip
"""Minutes of a 45-minute round by phase; general practice, to be bent to what the interviewer wants."""


def list_items(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    """Items to have in mind in the room."""
    return (
        make_item("clarify", 7, When.IN_THE_ROOM,
                  "Repeat the problem in your own words and ask two questions before you answer: who uses it, and what would success be."),
        *(_split(name) for name in facts.profile.rounds),
        *(() if facts.profile.rounds else (_split(Round.ML_BREADTH),)),
        make_item("when-stuck", 18, When.IN_THE_ROOM,
                  "Stuck for two minutes: say 'Here is what I know, here is where I am stuck, I would try this next.' "
                  "Still stuck: 'Could you give me a hint on this step?' Then thank them, use it, and move on."),
        make_item("plain-words", 10, When.IN_THE_ROOM,
                  "Short answer first, then stop; go deeper when they ask. No word you could not explain to their manager."),
        make_item("honest", 9, When.IN_THE_ROOM,
                  "Say who could be harmed and what you do not know; never bluff a paper or a number."),
        make_item("ask-them", 19, When.IN_THE_ROOM,
                  "Keep five minutes for your questions, and listen for the worrying answers.", facts.ranking.to_ask[:3]),
    )  # fmt: skip


def _split(name: Round) -> ChecklistItem:
    phases = ", ".join(f"{phase} {minutes}" for phase, minutes in PHASES[name])
    return make_item(
        f"minutes-{name.value}",
        18,
        When.IN_THE_ROOM,
        f"{ROUND_TITLES[name]}, 45 minutes: {phases}.",
    )
