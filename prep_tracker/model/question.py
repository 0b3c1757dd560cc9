"""A question: prompt, sections of the answer, rubric, proof, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prep_tracker.model.source import Source
from prep_tracker.model.words import Asked, Competency, Level, Listener, Role, Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One `##` section of a content file: its title, Markdown text and first line."""

    title: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """The interviewer's next question on the same matter, with its answer."""

    ask: str
    answer: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A Python block that runs by itself and asserts what the answer claims."""

    code: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A prompt with its answer, key points, probes and sources.

    Attributes:
        id: `pack/slug`, never reused.
        pack: Id of the pack.
        slug: File name without `.md`; unique in the pack.
        kind: Name of the kind (`concept`, `case`, ...), see `prep_tracker.model.kinds`.
        ask: What the interviewer says.
        topic: Id of the topic inside the pack.
        level: Seniority at which it is asked.
        roles: Jobs it is asked for.
        rounds: Kinds of interview it is asked in.
        minutes: Minutes to allow for a spoken answer.
        asked: How often it is met.
        covers: Ids of syllabus lines.
        needs: Ids of prerequisite questions (`pack/slug`).
        replaces: Id of the question this one redoes, or empty.
        checked: Day on which facts that age were last checked.
        sources: Where the facts come from.
        competencies: What a behavioral prompt shows (empty for other kinds).
        listeners: Whom a question to ask is for (empty for other kinds).
        learn: What a question to ask finds out (empty for other kinds).
        sections: All sections in file order, raw Markdown.
        key_points: The rubric: checkable statements.
        probes: The next questions, answered.
        proof: The block that proves the answer, or None.
        path: File, relative to the pack's folder.
        digest: Hex digest of the file's bytes.
    """

    id: str
    pack: str
    slug: str
    kind: str
    ask: str
    topic: str
    level: Level
    roles: tuple[Role, ...]
    rounds: tuple[Round, ...]
    minutes: int
    asked: Asked
    covers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    replaces: str = ""
    checked: date | None = None
    sources: tuple[Source, ...] = ()
    competencies: tuple[Competency, ...] = ()
    listeners: tuple[Listener, ...] = ()
    learn: str = ""
    sections: tuple[Section, ...] = ()
    key_points: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    proof: Proof | None = None
    path: str = ""
    digest: str = ""

    def find_section(self, title: str) -> Section | None:
        """The section with this title, or None."""
        return next((s for s in self.sections if s.title == title), None)

    def section_text(self, title: str) -> str:
        """Markdown of the section with this title; empty when there is none."""
        section = self.find_section(title)
        return section.text if section else ""
