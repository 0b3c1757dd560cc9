"""A case has a diagram."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.markdown import read_tokens
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look for a `mermaid` block."""
    question = find_question(entry)
    section = question.find_section("Diagram") if question and question.kind == "case" else None
    if section is None or not section.text:
        return
    if not any(
        token.kind == "code" and token.info == "mermaid" for token in read_tokens(section.text)
    ):
        yield Finding(
            message="the diagram has no `mermaid` block", line=section.line, hint="draw a flowchart"
        )


RULE = Rule(
    name="case-diagram",
    sentence="A case's diagram is a `mermaid` block.",
    good="## Diagram\n\n```mermaid\nflowchart LR\n  a[Logs] --> b[Features]\n```\n",
    bad="## Diagram\n\nLogs go to features.\n",
    check=check,
    sample="case section",
)
