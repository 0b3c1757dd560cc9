"""A learner's desk with everything on it, in a folder whose name has spaces and letters of many alphabets."""

from __future__ import annotations

from pathlib import Path

from tests.builders import render_question, write_pack
from tests.workbench import Workbench

NAME = "my prep ü 日本 العربية"
NOW = "2026-11-22T12:00:00+00:00"
COMMANDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("doctor",), ""),
    (("today",), ""),
    (("plan",), ""),
    (("review", "--limit", "1"), "\n3\nq\n"),
    (("progress",), ""),
    (("packs", "list"), ""),
    (("packs", "check"), ""),
    (("search", "overfitting"), ""),
    (("code", "list"), ""),
    (("checklist",), ""),
    (("story", "list"), ""),
    (("story", "check"), ""),
    (("interview", "list"), ""),
    (("email", "list"), ""),
    (("mock", "--round", "ml-breadth", "--draw"), ""),
    (("progress", "export", "out.jsonl"), ""),
)
"""What somebody runs on an ordinary day."""
STORY = """\
---
title: "Größe — 経験"
competencies: [ownership]
---

## Situation

The naïve forecast forgot weekends…

## Task

Mend it.

## Action

I wrote a test first, then the mend.

## Result

Error fell from 12 % to 7 %.

## Learned

Look at the calendar.
"""


def make_desk(folder: Path) -> Workbench:
    """A workspace with a profile, a story, an interview, reviews and a small pack of the learner's own; no other packs."""
    bench = Workbench(folder / NAME)
    bench.setenv(
        PREP_TRACKER_HOME=str(bench.folder / "prep"),
        PREP_TRACKER_NOW=NOW,
        PREP_TRACKER_PLUGINS="",
    )
    bench.run(
        "init", "--yes", "--date", "2026-12-20", "--companies", "Größe GmbH", "--name", "Łucja"
    ).expect(0)
    questions = {
        "one": render_question(),
        "two": render_question(ask="What is naïve about Bayes — “and why”?"),
    }
    write_pack(bench.folder / "prep" / "pack", questions, pack="mine")
    bench.write("prep/stories/größe.md", STORY)
    bench.run(
        "interview",
        "add",
        "--company",
        "Größe GmbH",
        "--role",
        "Ingeñiera",
        "--starts",
        "2026-12-01 14:00",
        "--round",
        "coding",
    ).expect(0)
    bench.run("review", "--limit", "1", stdin="\n3\n").expect(0)
    return bench


def digest(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
