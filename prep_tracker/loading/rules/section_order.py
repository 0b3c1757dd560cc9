"""Sections are known, stand once, and in the kind's order."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.kinds import KINDS
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name each section that is unknown, stands twice, or stands too late."""
    question = find_question(entry)
    if question is None:
        return
    titles = [spec.title for spec in KINDS[question.kind].sections]
    reached = -1
    for section in question.sections:
        line = max(section.line - 1, 1)
        if section.title not in titles:
            hint = f"a {question.kind} has: {', '.join(titles)}"
            yield Finding(
                message=f"the section {section.title[:60]!r} is not known", line=line, hint=hint
            )
        elif titles.index(section.title) <= reached:
            hint = f"the order is: {', '.join(titles)}"
            yield Finding(
                message=f"the section {section.title!r} stands out of order", line=line, hint=hint
            )
        else:
            reached = titles.index(section.title)


RULE = Rule(
    name="section-order",
    sentence="Sections are those of the kind, each once, in the kind's order.",
    good="## In plain words\n\nA model that learns by heart does badly in a new exam.\n",
    bad="## In other words\n\nA model that learns by heart does badly in a new exam.\n",
    check=check,
)
