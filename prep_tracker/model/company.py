"""A company profile: rounds, what each weighs, values, sources with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prep_tracker.model.source import Source
from prep_tracker.model.words import Round


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyRound:
    """One step of a company's process.

    Attributes:
        round: Kind of interview.
        title: The company's own or the usual name of the step.
        minutes: Approximate minutes, 0 when no public source says.
        note: What happens in it, Markdown.
        basis: `published` (the company says so), `reported` (candidates do), `general` (usual practice).
        weights: Pairs of topic key (`pack/topic`) and positive weight.
    """

    round: Round
    title: str
    minutes: int
    note: str
    basis: str
    weights: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyValue:
    """A value or principle the company publishes, in our own words."""

    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company profile, as data.

    Attributes:
        id: `pack/slug`.
        pack: Id of the pack.
        slug: File name without `.yml`.
        title: The company's name.
        summary: Two or three sentences.
        rounds: Steps of the process.
        values: Published values.
        caution: Plain words that formats change.
        checked: Day of the last check.
        sources: Where the facts come from.
        path: File, relative to the pack's folder.
        digest: Hex digest of the file's bytes.
    """

    id: str
    pack: str
    slug: str
    title: str
    summary: str
    rounds: tuple[CompanyRound, ...]
    values: tuple[CompanyValue, ...]
    caution: str
    checked: date
    sources: tuple[Source, ...]
    path: str = ""
    digest: str = ""
