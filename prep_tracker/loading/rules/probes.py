"""Enough probes, each answered."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.kinds import KINDS
from prep_tracker.model.pack import Pack
from prep_tracker.model.question import Question


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Count the probes."""
    item = entry.item
    if not isinstance(item, (Question, Exercise)):
        return
    section = next((section for section in item.sections if section.title == "Probes"), None)
    fewest = KINDS[item.kind].min_probes if isinstance(item, Question) else 2
    if section is not None and section.text and len(item.probes) < fewest:
        hint = f"write at least {fewest}: a `### Question?` each, its answer below"
        yield Finding(message=f"there are {len(item.probes)} probes", line=section.line, hint=hint)


RULE = Rule(
    name="probes",
    sentence="There are at least two probes with their answers (three for a case).",
    good="## Probes\n\n### How would you see it?\n\nBy the gap.\n\n### What then?\n\nLess capacity.\n",
    bad="## Probes\n\n### How would you see it?\n\nBy the gap.\n",
    check=check,
)
