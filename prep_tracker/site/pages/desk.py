"""The Desk page: a place that the browser app fills with the reader's stories, interviews, checklist and e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Page, Words

if TYPE_CHECKING:
    from prep_tracker.site.library import Library

_LEAD = "Your stories, your interviews, the checklist and the e-mails after. All of it stays in this browser."
_WITHOUT = (
    "This page needs its script: allow JavaScript, or use prep-tracker story, interview, checklist and email "
    "in a terminal."
)


def make_desk_page(library: Library) -> Page:  # noqa: ARG001 -- every page maker receives the library
    """The page, the same for everyone: what is written here stands in the reader's browser only."""
    return Page(
        url=urls.DESK,
        title="My desk",
        description="Write STAR stories, keep an interview log, tick a checklist and fill follow-up e-mails, privately.",
        blocks=(
            Words(text=_LEAD, style="pt-lead"),
            Words(text=_WITHOUT, style="pt-own__without"),
        ),
        nav="packs",
        style="pt-own pt-desk",
    )
