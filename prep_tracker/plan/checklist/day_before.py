"""The day before: the weakest weighty questions once more, then the room, the tools, and sleep."""

from __future__ import annotations

from prep_tracker.model.checklist import ChecklistItem, When
from prep_tracker.model.words import Round
from prep_tracker.plan.checklist.facts import ChecklistFacts
from prep_tracker.plan.checklist.items import join_names, make_item

REMOTE_WORDS = ("video", "remote", "online", "phone", "zoom", "meet", "teams")


def list_items(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    """Items of the day before."""
    return (
        make_item("last-review", 1, When.DAY_BEFORE,
                  "Go once over the questions that weigh most and sit least; nothing new after dinner:",
                  facts.ranking.overall[:4]),
        make_item("last-exercise", 3, When.DAY_BEFORE,
                  "Type one exercise you already solved, from memory, to warm the fingers:", facts.ranking.exercises[:1]),
        *_stories(facts),
        make_item("company", 13, When.DAY_BEFORE, _company_text(facts)),
        *_room(facts),
        make_item("print-questions", 19, When.DAY_BEFORE,
                  "Write your questions for them on a card, one for each person you will meet:", facts.ranking.to_ask[:3]),
    )  # fmt: skip


def _stories(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    if not facts.stories:
        return ()
    return (
        make_item("stories-aloud", 15, When.DAY_BEFORE, "Tell each once aloud, standing, without notes:", facts.stories[:2]),
    )  # fmt: skip


def _company_text(facts: ChecklistFacts) -> str:
    if facts.company and facts.company.values:
        values = join_names(tuple(value.title for value in facts.company.values[:3]))
        return f"Reread what {facts.where} says it values ({values}), and pick the story of yours that shows each."
    return f"Read the last two posts {facts.where} published about its ML work, and note one question on each."


def _is_remote(facts: ChecklistFacts) -> bool | None:
    how = facts.interview.format.casefold() if facts.interview else ""
    return any(word in how for word in REMOTE_WORDS) if how else None


def _room(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    is_remote = _is_remote(facts)
    items = []
    if is_remote is not False:
        items.append(
            make_item(
                "room-remote",
                18,
                When.DAY_BEFORE,
                "Check camera, microphone, the meeting link and a second way in (phone); a quiet room, charger plugged in, notifications off.",
            )
        )
    if is_remote is not True:
        items.append(
            make_item(
                "room-onsite",
                18,
                When.DAY_BEFORE,
                "Lay out clothes, photo ID, water and a pen that works; look up the way and add twenty minutes.",
            )
        )
    if Round.CODING in facts.profile.rounds or Round.SYSTEM_DESIGN in facts.profile.rounds:
        items.append(
            make_item(
                "room-tools",
                14,
                When.DAY_BEFORE,
                "Open the shared editor or whiteboard they named and write ten lines in it, so that tomorrow it is not new.",
            )
        )
    return tuple(items)  # fmt: skip
