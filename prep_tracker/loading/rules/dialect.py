"""No extensions of Material or MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, sections_of
from prep_tracker.loading.sections import mark_fenced
from prep_tracker.model.pack import Pack

_FOREIGN = re.compile(r"^ {0,3}(?:!!!|\?\?\?\+?|===) ?[\w\"]|\{:? ?[.#][\w-]+[^}]*\}|^ {0,3}--8<--")
_CODE = re.compile(r"`[^`]*`|\$[^$]*\$")


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name lines that only another program would understand."""
    for section in sections_of(entry):
        lines = section.text.split("\n")
        for number, (line, fenced) in enumerate(zip(lines, mark_fenced(lines), strict=True)):
            if not fenced and (found := _FOREIGN.search(_CODE.sub("", line))):
                message = f"{found.group().strip()[:40]!r} is an extension that packs do not have"
                yield Finding(
                    message=message,
                    line=section.line + number,
                    hint="use CommonMark: a list, bold, a table",
                )


RULE = Rule(
    name="dialect",
    sentence="Text is CommonMark with tables and mathematics; no `!!!`, `???` or `{: .class}`.",
    good="**Note:** this is Markdown.\n",
    bad="!!! note\n\nThis is not.\n",
    check=check,
    sample="question text",
)
