"""Headings inside a section start at ###, and only probes need them."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.model.pack import Pack

_TOO_HIGH = frozenset({"H1", "H2", "h1", "h2", "1", "2"})


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name headings of the first and second level inside sections."""
    for token, line in tokens_of(entry):
        if token.kind == "heading" and token.info in _TOO_HIGH:
            hint = "use ### below a section (a line of --- under text makes a heading, too)"
            yield Finding(
                message="a heading inside a section is too high",
                line=line,
                column=token.column,
                hint=hint,
            )


RULE = Rule(
    name="heading-level",
    sentence="Headings inside a section start at `###`.",
    good="### A part\n\nWords.\n",
    bad="# A part\n\nWords.\n",
    check=check,
    sample="question text",
)
