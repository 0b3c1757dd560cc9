"""Weak, good, great: one item each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.loading.sections import cut_items
from prep_tracker.model.pack import Pack

_LABEL = re.compile(r"\*\*(\w+):\*\*\s*\S")
LABELS = ["Weak", "Good", "Great"]


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Compare the items' labels."""
    question = find_question(entry)
    section = question.find_section("Weak, good, great") if question else None
    if section is None or not section.text:
        return
    found = [label[1] if (label := _LABEL.match(text)) else "?" for text, _ in cut_items(section)]
    if found != LABELS:
        hint = "write three items: `- **Weak:** …`, `- **Good:** …`, `- **Great:** …`"
        yield Finding(
            message=f"the items are {', '.join(found) or 'none'}", line=section.line, hint=hint
        )


RULE = Rule(
    name="weak-good-great",
    sentence="'Weak, good, great' has three items, labelled in bold, in that order.",
    good="## Weak, good, great\n\n- **Weak:** It is bad.\n- **Good:** It fits noise.\n- **Great:** And how to see it.\n",
    bad="## Weak, good, great\n\n- **Weak:** It is bad.\n- **Great:** It fits noise, and how to see it.\n",
    check=check,
)
