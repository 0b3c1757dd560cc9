"""A case says what changes by level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.loading.sections import cut_items
from prep_tracker.model.pack import Pack

_LABEL = re.compile(r"\*\*(Junior|Mid|Senior|Staff):\*\*\s*\S")
NEEDED = {"Mid", "Senior", "Staff"}


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Compare the items' labels."""
    question = find_question(entry)
    section = question.find_section("By level") if question and question.kind == "case" else None
    if section is None or not section.text:
        return
    found = {label[1] for text, _ in cut_items(section) if (label := _LABEL.match(text))}
    if not found >= NEEDED:
        missing = ", ".join(sorted(NEEDED - found))
        hint = "write items: `- **Mid:** …`, `- **Senior:** …`, `- **Staff:** …`"
        yield Finding(message=f"not said for: {missing}", line=section.line, hint=hint)


RULE = Rule(
    name="case-by-level",
    sentence="A case says what is expected of mid, senior and staff.",
    good="## By level\n\n- **Mid:** Builds.\n- **Senior:** Chooses.\n- **Staff:** Decides what to build.\n",
    bad="## By level\n\n- **Mid:** Builds.\n- **Senior:** Chooses.\n",
    check=check,
    sample="case section",
)
