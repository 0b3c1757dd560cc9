"""The Mock page: a place that the browser app fills with a timed interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Page, Words

if TYPE_CHECKING:
    from prep_tracker.site.library import Library

_LEAD = (
    "Questions drawn for a round, a clock, probes one at a time. Answer aloud; afterwards mark yourself "
    "against the key points, and see what to study."
)
_WITHOUT = "This page needs its script: allow JavaScript, or use prep-tracker mock in a terminal."


def make_mock_page(library: Library) -> Page:  # noqa: ARG001 -- every page maker receives the library
    """The page, the same for everyone: what is drawn and said stays in the reader's browser."""
    return Page(
        url=urls.MOCK,
        title="Mock interview",
        description="A timed mock interview in the page: drawn questions, phases, probes, your own marks, a report.",
        blocks=(
            Words(text=_LEAD, style="pt-lead"),
            Words(text=_WITHOUT, style="pt-mock__without"),
        ),
        nav="packs",
        style="pt-mock",
    )
