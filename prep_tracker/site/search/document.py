"""What the search knows about one page: its words by field, and what it can be filtered by."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "question",
    "case",
    "behavioral",
    "to-ask",
    "explain",
    "exercise",
    "company",
    "email",
    "page",
)
"""Kinds of result, in the order in which the filter offers them."""

FIELDS = ("prompt", "topic", "points", "answer", "probes")
"""Fields of a document, in the order in which `SearchDocument.fields` gives them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What results can be filtered by; empty where a page has no such thing.

    Attributes:
        level: Seniority.
        roles: Jobs.
        rounds: Kinds of interview.
        minutes: To answer aloud; 0 when it has no length.
    """

    level: str = ""
    roles: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One thing that can be found.

    Attributes:
        id: `pack/slug` of content; the page's path for hand-written pages.
        kind: One of `KINDS`.
        title: The prompt, or the page's title.
        url: Page, relative to the site's root.
        fields: Text of each of `FIELDS`, Markdown; a missing tail is empty.
        facets: What it can be filtered by.
    """

    id: str
    kind: str
    title: str
    url: str
    fields: tuple[str, ...]
    facets: Facets = Facets()
