"""A story: one account of real work in the STAR form."""

from __future__ import annotations

from dataclasses import dataclass

from prep_tracker.model.words import Competency

STAR_PARTS = ("Situation", "Task", "Action", "Result", "Learned")
"""Sections of every story, in order."""

PROJECT_PARTS = ("Problem", "Approach and why", "Challenges", "Results", "What I would change")
"""Sections a project account has as well: the guide's five points."""


PROMPTS = {
    "Situation": "Where, when, what was at stake? Two sentences.",
    "Task": "What were you asked to do, or what did you decide had to be done?",
    "Action": "What did you yourself do, step by step, and why that way?",
    "Result": "What changed, in numbers: before, after, over how long?",
    "Learned": "What did you learn, and what do you do differently since?",
    "Problem": "What problem were you solving, for whom, and why did it matter?",
    "Approach and why": "What did you choose, what else did you consider, why this?",
    "Challenges": "What went wrong or was hard, and how did you get past it?",
    "Results": "What was the impact, in the model's metric and in the business's?",
    "What I would change": "With what you know now, what would you do differently?",
}
"""What each part of a story should say."""


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
