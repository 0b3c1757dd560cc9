"""The checklist as Markdown, self-contained HTML, and JSON."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

from prep_tracker.model.checklist import WHEN_TITLES, ChecklistItem, When
from prep_tracker.model.words import ROLE_TITLES
from prep_tracker.plan.checklist import ChecklistFacts
from prep_tracker.render.documents import render_document

DAY_BEFORE_SECTIONS = (When.DAY_BEFORE, When.MORNING, When.IN_THE_ROOM, When.AFTER)
"""What the version for the day before holds; printed it fits two A4 pages."""


def _title(facts: ChecklistFacts) -> str:
    company = f" at {facts.company_name}" if facts.company_name else ""
    return f"Your interview{company}: checklist"


def _intro(facts: ChecklistFacts) -> str:
    profile = facts.profile
    aim = f"{ROLE_TITLES[profile.role]}, {profile.level.value}"
    rounds = ", ".join(name.value for name in profile.rounds)
    return f"{aim}. Rounds: {rounds or 'not known yet'}. {_say_when(facts)}"


def _say_when(facts: ChecklistFacts) -> str:
    left, day = facts.days_left, facts.interview_date
    if left is None or day is None:
        return "No date yet: set one, and the plan counts back from it."
    if left < 0:
        return f"The interview was on {day.isoformat()}."
    return f"{day.isoformat()}: {('today', 'tomorrow')[left] if left < 2 else f'in {left} days'}."  # noqa: PLR2004 - words


def list_sections(
    items: tuple[ChecklistItem, ...], only: tuple[When, ...] = ()
) -> list[dict[str, Any]]:
    """Items by part of the week as plain values, empty parts left out."""
    sections = []
    for when in only or tuple(When):
        chosen = [_plain(item) for item in items if item.when is when]
        if chosen:
            sections.append({"title": WHEN_TITLES[when], "items": chosen})
    return sections


def _plain(item: ChecklistItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "tip": item.tip,
        "text": _clean(item.text),
        "mark": "x" if item.is_done else " ",
        "is_done": item.is_done,
        "references": [
            {"title": _clean(ref.title), "minutes": ref.minutes, "command": ref.command}
            for ref in item.references
        ],
    }


def _clean(text: str) -> str:
    """One line without control characters."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(c for c in spaced if unicodedata.category(c)[0] != "C").strip()


def render_checklist(
    form: str,
    facts: ChecklistFacts,
    items: tuple[ChecklistItem, ...],
    *,
    only: tuple[When, ...] = (),
    folders: tuple[Path, ...] = (),
) -> str:
    """The checklist as a document.

    Args:
        form: `md` or `html`.
        facts: Gives title and introduction.
        items: The boxes.
        only: Parts of the week; empty for all.
        folders: Where the learner's own templates are.
    """
    sections = list_sections(items, only)
    tips = sorted({item["tip"] for section in sections for item in section["items"]})
    data = {
        "title": _clean(_title(facts)),
        "intro": _clean(_intro(facts)),
        "sections": sections,
        "tips": ", ".join(map(str, tips)),
    }
    return render_document(f"checklist.{form}.j2", data, folders).rstrip("\n") + "\n"


def list_plain_items(
    items: tuple[ChecklistItem, ...], only: tuple[When, ...] = ()
) -> list[dict[str, Any]]:
    """The items for `--json`: `{"id", "tip", "when", "text", "done", "references"}`."""
    return [
        {
            "id": item.id,
            "tip": item.tip,
            "when": item.when.value,
            "text": item.text,
            "done": item.is_done,
            "references": [
                {"id": ref.id, "title": ref.title, "minutes": ref.minutes, "url": ref.url}
                for ref in item.references
            ],
        }
        for item in items
        if not only or item.when in only
    ]
