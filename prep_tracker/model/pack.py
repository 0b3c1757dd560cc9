"""A pack: a folder of content with a `pack.yml`, and the topics it declares."""

from __future__ import annotations

from dataclasses import dataclass

from prep_tracker.model.company import Company
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.problem import Problem
from prep_tracker.model.question import Question

SCHEMA_VERSION = 1
"""The pack format this program reads; a pack that asks for a newer one is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject under one or more tips.

    Attributes:
        id: Id inside the pack, e.g. `linear-algebra`.
        pack: Id of the pack.
        title: As shown to readers.
        tips: Numbers 1-20 of the tips it serves.
        summary: One sentence, may be empty.
    """

    id: str
    pack: str
    title: str
    tips: tuple[int, ...]
    summary: str = ""

    @property
    def key(self) -> str:
        """The topic's id across all packs, `pack/topic`."""
        return f"{self.pack}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A folder of content.

    Attributes:
        id: Never changes; `[a-z0-9-]{1,80}`.
        title: As shown to readers.
        summary: One or two sentences.
        licence: SPDX expression.
        authors: Names of people or groups.
        schema: Version of the pack format it is written for.
        topics: Declared subjects, in reading order.
        questions: In path order.
        exercises: In path order.
        companies: In path order.
        emails: In path order.
        figures: Pictures below `figures/`, by path relative to the pack.
        synonyms: Groups of spellings that search treats as one.
        root: Absolute path of its folder.
        distribution: Name of the installed distribution it came from, or empty.
        version: Version of that distribution, or empty.
        problems: Everything wrong in its files.
    """

    id: str
    title: str
    summary: str
    licence: str
    authors: tuple[str, ...]
    schema: int
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    companies: tuple[Company, ...] = ()
    emails: tuple[EmailTemplate, ...] = ()
    figures: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    root: str = ""
    distribution: str = ""
    version: str = ""
    problems: tuple[Problem, ...] = ()
