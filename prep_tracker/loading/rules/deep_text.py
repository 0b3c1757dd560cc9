"""Quotes and lists are not nested without end."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.bounds import MAX_NESTED, find_deep_line
from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, sections_of
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name the first line of each section that opens too many."""
    for section in sections_of(entry):
        line = find_deep_line(section.text)
        if line:
            yield Finding(
                message=f"{MAX_NESTED} quotes or lists open on one line",
                line=section.line + line - 1,
                hint="make it flatter; the site shows such a section as plain text",
            )


RULE = Rule(
    name="deep-text",
    sentence=f"Fewer than {MAX_NESTED} quotes and lists open on one line.",
    good="> - A point in a list in a quote.\n",
    bad="> " * MAX_NESTED + "Deep.\n",
    check=check,
    sample="question text",
)
