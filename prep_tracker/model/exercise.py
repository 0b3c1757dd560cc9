"""An exercise: a judged coding task, and the known-wrong versions its tests must catch."""

from __future__ import annotations

from dataclasses import dataclass

from prep_tracker.model.question import Probe, Section
from prep_tracker.model.source import Source
from prep_tracker.model.words import Asked, Level, Role, Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A known-wrong version: the first line of its docstring says what is wrong."""

    name: str
    why: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A judged coding task.

    Attributes:
        id: `pack/slug`.
        pack: Id of the pack.
        slug: Name of its folder.
        title: As shown in lists.
        ask: What an interviewer would say, one or two sentences.
        topic: Id of the topic inside the pack.
        level: Seniority.
        roles: Jobs it is asked for.
        rounds: Usually `(Round.CODING,)`.
        minutes: Minutes to allow.
        asked: How often it is met.
        signature: The function to write, e.g. `softmax(x, axis=-1)`.
        requires: Import names the solution and `tests.py` need (`numpy`), empty for pure Python.
        oracles: Import names that `oracle.py` needs (`scipy`, `sklearn`).
        time: Time complexity asked for, as text.
        memory: Memory complexity asked for, as text.
        covers: Ids of syllabus lines.
        replaces: Id of the exercise this one redoes, or empty.
        sources: Where the method comes from.
        sections: Sections of `task.md`, raw Markdown.
        hints: Three, from a nudge to nearly the answer.
        probes: The next questions.
        rubric: What a whiteboard reviewer looks for.
        starter: Code of `starter.py`.
        solution: Code of `solution.py`.
        tests: Code of `tests.py` (needs only `requires`).
        oracle: Code of `oracle.py`, or empty (needs `oracles` as well).
        mutants: Known-wrong versions.
        path: Folder, relative to the pack's.
        digest: Hex digest over all its files.
    """

    id: str
    pack: str
    slug: str
    title: str
    ask: str
    topic: str
    level: Level
    roles: tuple[Role, ...]
    rounds: tuple[Round, ...]
    minutes: int
    asked: Asked
    signature: str
    requires: tuple[str, ...]
    oracles: tuple[str, ...]
    time: str
    memory: str
    covers: tuple[str, ...] = ()
    replaces: str = ""
    sources: tuple[Source, ...] = ()
    sections: tuple[Section, ...] = ()
    hints: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    rubric: tuple[str, ...] = ()
    starter: str = ""
    solution: str = ""
    tests: str = ""
    oracle: str = ""
    mutants: tuple[Mutant, ...] = ()
    path: str = ""
    digest: str = ""

    def section_text(self, title: str) -> str:
        """Markdown of the section with this title; empty when there is none."""
        return next((s.text for s in self.sections if s.title == title), "")
