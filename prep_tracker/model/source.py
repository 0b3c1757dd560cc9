"""Where a fact comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A paper, standard, official documentation page or textbook chapter.

    Attributes:
        title: Title of the work.
        by: Authors or publisher.
        year: Year of publication, or of the version read.
        url: Address, http or https.
    """

    title: str
    by: str
    year: int
    url: str
