"""This week: what each tip asks of this learner, with the questions that would pay most."""

from __future__ import annotations

from prep_tracker.model.checklist import ChecklistItem, When
from prep_tracker.model.words import Level, Role, Round
from prep_tracker.plan.checklist.facts import ChecklistFacts
from prep_tracker.plan.checklist.items import join_names, make_item

KNOWLEDGE: tuple[tuple[int, str, str], ...] = (
    (1, "fundamentals", "Say the 30-second answer aloud, then write the formula from memory:"),
    (
        2,
        "algorithms",
        "For each, say how it works, one strength, one weakness, when you would use it, and its cost:",
    ),
    (
        4,
        "features",
        "Answer aloud, then invent one feature for the product you are interviewing for:",
    ),
    (5, "evaluation", "Answer aloud, and name the metric you would refuse to use and why:"),
    (6, "overfitting", "Answer aloud, drawing the two loss curves as you speak:"),
    (8, "recent", "Be able to say what it changed, in what year, and what is still open:"),
    (9, "ethics", "Argue both sides for a minute each:"),
    (16, "architectures", "Draw it on paper with the shapes at each step:"),
    (17, "tools", "Say when you would use it and when not:"),
)
"""Tip, name of the task, and how to go over its questions."""

ROLE_FOCUS: dict[Role, tuple[int, ...]] = {
    Role.MLE: (2, 6, 17),
    Role.DS: (1, 4, 5),
    Role.RESEARCH: (1, 8, 16),
    Role.GENAI: (8, 16, 17),
    Role.MLOPS: (5, 8, 17),
}
"""Tips that weigh more for a role: they name two questions rather than one."""


def list_items(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    """Items of the week, in the order of the tips."""
    items = [*_knowledge(facts), *_coding(facts), *_design(facts), *_people(facts), *_close(facts)]
    return tuple(sorted(items, key=lambda item: item.tip))


def _knowledge(facts: ChecklistFacts) -> list[ChecklistItem]:
    focus = ROLE_FOCUS[facts.profile.role]
    items = []
    for tip, task, how in KNOWLEDGE:
        named = facts.ranking.of_tip(tip, 2 if tip in focus else 1)
        text = how if named else f"{how} a question of your choice, there is none in your packs."
        items.append(make_item(f"review-{task}", tip, When.THIS_WEEK, text, named))
    return items


def _coding(facts: ChecklistFacts) -> list[ChecklistItem]:
    exercises = facts.ranking.exercises
    is_coding = Round.CODING in facts.profile.rounds
    scratch = exercises[: 2 if is_coding else 1]
    paper = exercises[len(scratch) : len(scratch) + 1] or exercises[:1]
    return [
        make_item("code", 3, When.THIS_WEEK, "Write it from scratch and let the tests judge it:", scratch),
        make_item(
            "whiteboard", 14, When.THIS_WEEK,
            "On paper, aloud, with no editor: signature, an example, the edge cases, code, complexity:", paper,
        ),
    ]  # fmt: skip


def _design(facts: ChecklistFacts) -> list[ChecklistItem]:
    cases = facts.ranking.cases
    is_design = Round.SYSTEM_DESIGN in facts.profile.rounds
    clock = "Work it through against the 45-minute clock, out loud:"
    read = "Read it as the interviewer would, and answer its three probes:"
    return [
        make_item(
            "outline", 7, When.THIS_WEEK,
            "In ten minutes: five clarifying questions, the ML framing, a baseline, one metric:", cases[1:2] or cases[:1],
        ),
        make_item("design", 11, When.THIS_WEEK, clock if is_design else read, cases[:1]),
    ]  # fmt: skip


def _people(facts: ChecklistFacts) -> list[ChecklistItem]:
    business = facts.ranking.of_tip(13, 1)
    items = [
        make_item(
            "explain", 10, When.THIS_WEEK,
            "Explain it to somebody outside the field in two minutes; ask them to say it back:", facts.ranking.explain[:1],
        ),
        make_item("projects", 12, When.THIS_WEEK, _project_text(facts.profile.level), facts.ranking.of_tip(12, 1)),
        make_item("business", 13, When.THIS_WEEK, _business_text(facts), business),
    ]  # fmt: skip
    return [*items, *_stories(facts)]


def _project_text(level: Level) -> str:
    scope = {
        Level.JUNIOR: "one project",
        Level.MID: "one project in depth",
        Level.SENIOR: "two projects, with the decisions that were yours",
        Level.STAFF: "two projects, with how you set the direction for others",
    }[level]
    return (
        f"Prepare {scope}: the problem, your approach and why, the challenges, the result in numbers, "
        "what you would change."
    )


def _business_text(facts: ChecklistFacts) -> str:
    return f"Write one sentence on what a model earns or saves at {facts.where}, with a number you can defend:"


def _stories(facts: ChecklistFacts) -> list[ChecklistItem]:
    gaps = facts.story_gaps[:3]
    if facts.stories:
        items = [
            make_item(
                "rehearse", 15, When.THIS_WEEK,
                "Tell these stories aloud with a clock; two minutes each, action longer than situation:", facts.stories[:2],
            )
        ]  # fmt: skip
        if gaps:
            items.append(
                make_item(
                    "story-gaps",
                    15,
                    When.THIS_WEEK,
                    f"You have no story yet for {join_names(gaps)}: write one.",
                )
            )
        return items
    about = join_names(gaps) or "a hard problem and a disagreement"
    return [
        make_item(
            "first-stories",
            15,
            When.THIS_WEEK,
            f"Write your first stories, on {about}: prep-tracker story new.",
        )
    ]


def _close(facts: ChecklistFacts) -> list[ChecklistItem]:
    first = next(iter(facts.profile.rounds), Round.ML_BREADTH)
    people = facts.interview.people if facts.interview else ()
    names = join_names(tuple(person.name for person in people))
    look_up = (
        f"Look up what {names} work on" if names else "Ask the recruiter who will interview you"
    )
    return [
        make_item(
            "mock", 18, When.THIS_WEEK,
            f"Run a timed mock of the {first.value} round, at the latest two days before: prep-tracker mock --round {first.value}.",
        ),
        make_item("questions-to-ask", 19, When.THIS_WEEK, f"Choose three questions to ask at {facts.where}:", facts.ranking.to_ask[:3]),
        make_item(
            "who-to-thank", 20, When.THIS_WEEK,
            f"{look_up}, and note names and addresses in the interview log, so that the thanks can go out the same evening.",
        ),
    ]  # fmt: skip
