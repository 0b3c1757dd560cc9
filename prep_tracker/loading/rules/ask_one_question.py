"""The prompt is one spoken question, not a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, place_of
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack
from prep_tracker.model.question import Question

FEWEST_WORDS, MOST_WORDS = 3, 90
MOST_CHARACTERS = 1000
_QUOTED = re.compile(
    r"\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019|(?<!\w)'[^']*'(?!\w)|`[^`]*`|\([^)]*\)"
)
_END = re.compile(r"[.?!\u2026][\"'\u201d\u2019`)*_$]*$")


def find_fault(ask: str) -> str:
    """Why the prompt is not one spoken question, or empty."""
    words = len(ask.split())
    if "\n" in ask or ask.startswith("#"):
        return "it is not one line of speech"
    if len(ask) > MOST_CHARACTERS:
        return f"it has {len(ask)} characters"
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        return f"it has {words} words"
    if not _END.search(ask):
        return "it reads like a heading"
    if _QUOTED.sub("", ask).count("?") > 1:
        return "it asks more than one question"
    return ""


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look at `ask`."""
    if isinstance(entry.item, (Question, Exercise)) and (fault := find_fault(entry.item.ask)):
        hint = "write one sentence or two as an interviewer says it, ending in ? or ."
        yield Finding(
            message=f"`ask` is not one question: {fault}", hint=hint, **place_of(entry, "ask")
        )


RULE = Rule(
    name="ask-one-question",
    sentence="`ask` is one question as an interviewer says it, not a heading.",
    good='ask: "Your model does well in training and badly in production. What do you look at first?"\n',
    bad='ask: "Overfitting and its remedies"\n',
    check=check,
    sample="question field",
)
