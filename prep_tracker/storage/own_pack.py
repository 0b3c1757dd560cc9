"""The learner's private pack: questions they met that no pack has."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from prep_tracker.model.question import Question
from prep_tracker.storage import files
from prep_tracker.storage.workspace import Workspace

PACK_ID = "own-questions"
SAME = 0.82
"""Likeness of words from which two prompts count as the same question."""

MANIFEST = """\
# Questions you met in interviews that no pack has. Private: never part of a site that is published.
id: own-questions
title: My own questions
summary: Met in interviews.
licence: LicenseRef-private
authors: [me]
schema: 1
topics:
  - id: met
    title: Met in interviews
    tips: [20]
"""

QUESTION = """\
---
ask: {ask}
topic: met
level: mid
roles: [mle, ds, research, genai, mlops]
rounds: [ml-breadth]
minutes: 5
asked: often
---

## In 30 seconds

Write here what you would say first.

## Answer

Write the answer you would have liked to give, with its source.

## Key points

- What must be said?
- What else?
- And what makes it great?
"""


def find_same_question(text: str, questions: Iterable[Question]) -> Question | None:
    """The question whose prompt says nearly the same, or None."""
    wanted = _words(text)
    best, likeness = None, SAME
    for question in questions:
        matcher = SequenceMatcher(None, wanted, _words(question.ask), autojunk=False)
        if matcher.quick_ratio() > likeness and (ratio := matcher.ratio()) > likeness:
            best, likeness = question, ratio
    return best


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def add_own_question(workspace: Workspace, text: str) -> str:
    """Write a question of the learner's own for them to answer; gives its id.

    Raises:
        WorkspaceError: It cannot be written.
    """
    slug = _make_slug(text)
    root = workspace.own_pack
    path = root / "questions" / "met" / f"{slug}.md"
    files.make_folder(path.parent)
    with files.hold(root / "pack.yml"):
        if not (root / "pack.yml").exists():
            files.write_text(root / "pack.yml", MANIFEST)
        if not path.exists():
            files.write_text(
                path,
                QUESTION.format(ask=json.dumps(" ".join(text.split())[:500], ensure_ascii=False)),
            )
    return f"{PACK_ID}/{slug}"


def _make_slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-")
    digest = hashlib.sha256(text.casefold().encode()).hexdigest()[:6]
    return f"{words}-{digest}" if words else f"question-{digest}"
