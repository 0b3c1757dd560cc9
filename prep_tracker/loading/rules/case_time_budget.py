"""A case's time budget adds up to 45 minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.pack import Pack

MINUTES = 45
_ROW = re.compile(r"^\s*\|(?P<cells>.+)\|\s*$")


def sum_minutes(text: str) -> int:
    """Minutes of all rows of the table, a total row left out."""
    total = 0
    for line in text.split("\n"):
        row = _ROW.match(line)
        cells = [cell.strip(" *_") for cell in row["cells"].split("|")] if row else []
        if len(cells) > 1 and cells[0].lower() not in {"total", "sum", "all"}:
            found = re.fullmatch(r"(\d{1,2})(?:\s*min(?:utes)?)?", cells[1])
            total += int(found[1]) if found else 0
    return total


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Add up the second column."""
    question = find_question(entry)
    section = question.find_section("Time budget") if question and question.kind == "case" else None
    if section is None or not section.text:
        return
    total = sum_minutes(section.text)
    if total != MINUTES:
        hint = "write a table of phase and minutes (whole numbers in the second column) that adds up to 45"
        yield Finding(
            message=f"the time budget adds up to {total} minutes", line=section.line, hint=hint
        )


RULE = Rule(
    name="case-time-budget",
    sentence="A case's time budget is a table of phase and minutes that adds up to 45.",
    good="## Time budget\n\n| phase | minutes |\n|---|---|\n| ask | 10 |\n| design | 35 |\n",
    bad="## Time budget\n\n| phase | minutes |\n|---|---|\n| ask | 10 |\n| design | 30 |\n",
    check=check,
    sample="case section",
)
