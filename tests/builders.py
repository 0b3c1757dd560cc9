"""Builders: sound things with only what matters to a test said by the test."""

from __future__ import annotations

from pathlib import Path

from prep_tracker.loading.rules.samples import SOUND_QUESTION, set_section
from prep_tracker.model.question import Question
from prep_tracker.model.words import Asked, Level, Role, Round

MANIFEST = """\
id: {id}
title: A pack
summary: For a test.
licence: CC-BY-4.0
authors: [somebody]
schema: 1
topics:
  - {{id: overfitting, title: Overfitting, tips: [6]}}
"""


def make_question(key: str = "sample/one", **changes: object) -> Question:
    """A question as a value, without any file."""
    pack, _, slug = key.partition("/")
    values: dict[str, object] = {
        "id": key,
        "pack": pack,
        "slug": slug,
        "kind": "concept",
        "ask": f"What about {slug}?",
        "topic": "overfitting",
        "level": Level.MID,
        "roles": (Role.MLE,),
        "rounds": (Round.ML_BREADTH,),
        "minutes": 5,
        "asked": Asked.OFTEN,
        **changes,
    }
    return Question(**values)  # type: ignore[arg-type]


def render_question(
    *, ask: str = "", sections: dict[str, str] | None = None, front: str = ""
) -> str:
    """Text of a sound question file, with a prompt, sections or front-matter lines of the test's."""
    text = SOUND_QUESTION
    if ask:
        old = next(line for line in text.split("\n") if line.startswith("ask:"))
        text = text.replace(old, f'ask: "{ask}"', 1)
    if front:
        text = text.replace("\nsources:", f"\n{front.rstrip()}\nsources:", 1)
    for title, body in (sections or {}).items():
        text = set_section(text, title, body)
    return text


def write_pack(root: Path, questions: dict[str, str] | None = None, *, pack: str = "") -> Path:
    """A pack's folder with the questions given as text by slug (one sound question when none is)."""
    folder = root / "questions" / "overfitting"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "pack.yml").write_text(MANIFEST.format(id=pack or root.name), encoding="utf-8")
    for slug, text in (questions if questions is not None else {"one": render_question()}).items():
        (folder / f"{slug}.md").write_bytes(text.encode())
    return root
