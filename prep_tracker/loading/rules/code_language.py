"""Code blocks name their language."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look at the info line of every code block."""
    for token, line in tokens_of(entry):
        if token.kind == "code" and not token.info:
            hint = "write ```python, ```sql, ```text, … at its start (and indent no paragraph by four spaces)"
            yield Finding(
                message="the code block names no language",
                line=line,
                column=token.column,
                hint=hint,
            )


RULE = Rule(
    name="code-language",
    sentence="A code block is fenced and names its language.",
    good="```python\nx = 1\n```\n",
    bad="```\nx = 1\n```\n",
    check=check,
    sample="question text",
)
