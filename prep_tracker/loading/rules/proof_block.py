"""A proof is one Python block and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.markdown import read_tokens
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look at what the section holds."""
    question = find_question(entry)
    section = question.find_section("Proof") if question else None
    if section is None or not section.text:
        return
    kinds = [(token.kind, token.info) for token in read_tokens(section.text)]
    if kinds != [("code", "python")]:
        hint = "keep one ```python block; say in comments what it shows"
        yield Finding(
            message="the proof is not one Python block and nothing else",
            line=section.line,
            hint=hint,
        )


RULE = Rule(
    name="proof-block",
    sentence="'Proof' holds one Python block and nothing else.",
    good="## Proof\n\n```python\nassert sum(range(4)) == 6\n```\n",
    bad="## Proof\n\nHere it is:\n\n```python\nassert sum(range(4)) == 6\n```\n",
    check=check,
)
