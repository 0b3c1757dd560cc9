"""The twenty tips and the lines of what an interview can ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """One of the guide's twenty points: number, title, what it asks of the candidate."""

    number: int
    slug: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SyllabusLine:
    """One subject an interview can ask about.

    Attributes:
        id: Stable slug.
        tip: Number of the tip, 1-20.
        area: The tip's bullet.
        title: The subject.
        level: Seniority at which it is asked.
        roles: Jobs it is asked for.
        facts: What a strong answer must contain; a floor, not a script.
        asked_by: In how many of 17 public question banks something close was found.
    """

    id: str
    tip: int
    area: str
    title: str
    level: str
    roles: tuple[str, ...]
    facts: tuple[str, ...]
    asked_by: int
