"""Every section that the kind requires is there."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.kinds import KINDS
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name each required section that is missing or empty."""
    question = find_question(entry)
    if question is None:
        return
    for spec in KINDS[question.kind].sections:
        section = question.find_section(spec.title)
        if section is None and spec.required:
            hint = f"add `## {spec.title}`; a {question.kind} has: {_titles(question.kind)}"
            yield Finding(message=f"the section {spec.title!r} is missing", line=1, hint=hint)
        elif section is not None and not section.text:
            yield Finding(
                message=f"the section {spec.title!r} is empty",
                line=section.line - 1,
                hint="write it",
            )


def _titles(kind: str) -> str:
    return " · ".join(
        spec.title if spec.required else f"[{spec.title}]" for spec in KINDS[kind].sections
    )


RULE = Rule(
    name="missing-section",
    sentence="A question has every section that its kind requires, and none of them is empty.",
    good="## Common mistake\n\nSaying that more data cures bias.\n",
    bad="## Common mistake\n\n",
    check=check,
)
