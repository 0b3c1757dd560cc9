"""Three to six key points."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.pack import Pack

FEWEST, MOST = 3, 6


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Count the items of the section."""
    question = find_question(entry)
    section = question.find_section("Key points") if question else None
    if question is None or section is None or not section.text:
        return
    count = len(question.key_points)
    if not FEWEST <= count <= MOST:
        hint = "write three to six `- ` items, each a statement that can be checked"
        yield Finding(message=f"there are {count} key points", line=section.line, hint=hint)


RULE = Rule(
    name="key-points",
    sentence="There are three to six key points: the rubric of what must have been said.",
    good="## Key points\n\n- Names the gap.\n- Says how it is measured.\n- Names a remedy.\n",
    bad="## Key points\n\n- Names the gap.\n- Names a remedy.\n",
    check=check,
)
