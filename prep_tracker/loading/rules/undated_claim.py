"""Nothing is 'state of the art' without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, sections_of
from prep_tracker.model.pack import Pack

_CLAIM = re.compile(r"\bstate[- ]of[- ]the[- ]art\b|\bSOTA\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look for a year in the paragraph of each claim."""
    for section in sections_of(entry):
        line = section.line
        for paragraph in section.text.split("\n\n"):
            claim = _CLAIM.search(_QUOTED.sub(lambda found: "_" * len(found.group()), paragraph))
            if claim and not _YEAR.search(paragraph):
                at = line + paragraph.count("\n", 0, claim.start())
                yield Finding(
                    message=f"{claim.group()!r} without a date",
                    line=at,
                    hint="name the year, or drop it",
                )
            line += paragraph.count("\n") + 2


RULE = Rule(
    name="undated-claim",
    sentence="What is called state of the art has a year in the same paragraph.",
    good="It was the state of the art in 2017.\n",
    bad="It is the state of the art.\n",
    check=check,
    sample="question text",
)
