"""A story: one account of real work in the STAR form."""

from __future__ import annotations

from dataclasses import dataclass

from prep_tracker.model.words import Competency

STAR_PARTS = ("Situation", "Task", "Action", "Result", "Learned")
"""Sections of every story, in order."""

PROJECT_PARTS = ("Problem", "Approach and why", "Challenges", "Results", "What I would change")
"""Sections a project account has as well: the guide's five points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One STAR story or project account.

    Attributes:
        id: Name of its file without `.md`.
        title: As shown in lists.
        competencies: What it shows.
        project: Name of the project, may be empty.
        numbers: Figures worth saying, as text.
        answers: Ids of the prompts it answers.
        parts: Pairs of section title and text, in file order.
        path: File, relative to the workspace.
    """

    id: str
    title: str
    competencies: tuple[Competency, ...] = ()
    project: str = ""
    numbers: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    path: str = ""

    def part(self, title: str) -> str:
        """Text of one section; empty when there is none."""
        return next((text for name, text in self.parts if name == title), "")
