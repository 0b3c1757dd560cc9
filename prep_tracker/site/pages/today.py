"""The Today page: a place that the browser app fills with countdown, today's list and readiness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Page, Words

if TYPE_CHECKING:
    from prep_tracker.site.library import Library

_LEAD = "Say when the interview is and what it is for: here is what pays most today, and how ready you are."
_WITHOUT = "This page needs its script: allow JavaScript, or use prep-tracker today in a terminal."


def make_today_page(library: Library) -> Page:  # noqa: ARG001 -- every page maker receives the library
    """The page, the same for everyone: aim and progress stand in the reader's browser."""
    return Page(
        url=urls.TODAY,
        title="Today",
        description="What to study today for a machine-learning interview on a known day, and how ready you are for it.",
        blocks=(
            Words(text=_LEAD, style="pt-lead"),
            Words(text=_WITHOUT, style="pt-own__without"),
        ),
        nav="packs",
        style="pt-own pt-today",
    )
