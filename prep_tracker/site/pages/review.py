"""The Review page: a place that the browser app fills with the learner's due questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Page, Words

if TYPE_CHECKING:
    from prep_tracker.site.library import Library

_LEAD = "One question at a time: think aloud, look, tick what you said, rate it. It comes back just before you would forget it."
_WITHOUT = "This page needs its script: allow JavaScript, or use prep-tracker review in a terminal."


def make_review_page(library: Library) -> Page:  # noqa: ARG001 -- every page maker receives the library
    """The page, the same for everyone: what is due stands in the reader's browser."""
    return Page(
        url=urls.REVIEW,
        title="Review",
        description="Review what is due, one question at a time, in the page and without an account.",
        blocks=(
            Words(text=_LEAD, style="pt-lead"),
            Words(text=_WITHOUT, style="pt-review__without"),
        ),
        nav="packs",
        style="pt-review",
    )
