"""Sections are as long as the kind asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.loading.sections import mark_fenced
from prep_tracker.model.kinds import KINDS
from prep_tracker.model.pack import Pack

_FORMULA = re.compile(r"\$\$.+?\$\$|(?<![\\$])\$[^$\n]+?\$", re.DOTALL)
_WORD = re.compile(r"\w")


def count_words(text: str) -> int:
    """Words of prose: code blocks count nothing, a formula counts one."""
    lines = text.split("\n")
    prose = "\n".join(
        line for line, fenced in zip(lines, mark_fenced(lines), strict=True) if not fenced
    )
    return sum(1 for word in _FORMULA.sub(" x ", prose).split() if _WORD.search(word))


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name each section that is too short or too long."""
    question = find_question(entry)
    if question is None:
        return
    for spec in KINDS[question.kind].sections:
        section = question.find_section(spec.title)
        if section is None or not section.text or not (spec.min_words or spec.max_words):
            continue
        words = count_words(section.text)
        if spec.max_words and words > spec.max_words:
            hint = f"shorten it to at most {spec.max_words}"
        elif words < spec.min_words:
            hint = f"say more: at least {spec.min_words}"
        else:
            continue
        yield Finding(
            message=f"the section {spec.title!r} has {words} words", line=section.line, hint=hint
        )


RULE = Rule(
    name="section-length",
    sentence="'In 30 seconds' has at most 90 words, and a concept's answer 150 to 450.",
    good="## In 30 seconds\n\nIt learned the noise of the training set, so it fails on anything new.\n",
    bad="## In 30 seconds\n\n" + "It learned the noise, so it fails on anything new. " * 10 + "\n",
    check=check,
)
