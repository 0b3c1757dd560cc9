"""Every `mermaid` and `plot` block can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.figures import find_fault
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Read every figure's block; its first line of text is one below the fence."""
    for token, line in tokens_of(entry):
        fault = find_fault(token.info, token.text) if token.kind == "code" else None
        if fault is not None:
            hint = fault.hint or "see 'Text' in the guide for writing questions"
            yield Finding(
                message=f"the figure cannot be drawn: {fault.message}",
                line=line + fault.line,
                hint=hint,
            )


RULE = Rule(
    name="figure",
    sentence="A `mermaid` block is a flowchart in our subset, and a `plot` block a plot that can be drawn.",
    good="```mermaid\nflowchart LR\n  a[Logs] --> b[Features]\n```\n",
    bad="```mermaid\nsequenceDiagram\n  a ->> b: hello\n```\n",
    check=check,
    sample="question text",
)
