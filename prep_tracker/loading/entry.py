"""What reading one content file gives: the item, its places, what it points at, its problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from prep_tracker.model.company import Company
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.problem import Problem
from prep_tracker.model.question import Question

Item = Question | Exercise | Company | EmailTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something a file points at by id: `covers`, `needs`, `replaces`, `topic`, `weights` or `link`."""

    kind: str
    target: str
    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One content file (or exercise folder) as read.

    Attributes:
        path: File, relative to the pack.
        item: The content, or None when the file is too broken to use.
        places: Line and column of each top-level field.
        references: Ids it points at.
        problems: What was wrong while reading.
        findings: What the rules found; None while they have not been run.
        draft: A broken file's content as far as it goes, so that rules about its text find their problems in the
            same go; it is kept nowhere.
    """

    path: str
    item: Item | None
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()
    findings: tuple[Problem, ...] | None = None
    draft: Item | None = None
