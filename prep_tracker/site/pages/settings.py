"""The Settings page: a place that the browser app fills with how the site looks and where progress is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Page, Words

if TYPE_CHECKING:
    from prep_tracker.site.library import Library

_LEAD = (
    "How the site looks on this device, what works without a network, and where your progress is."
)
_WITHOUT = (
    "These settings need the page's script: allow JavaScript. Text size and colors can be set in the browser "
    "as well, and the terminal keeps your progress in prep-tracker progress."
)


def make_settings_page(library: Library) -> Page:  # noqa: ARG001 -- every page maker receives the library
    """The page, the same for everyone: what is set stands in the reader's browser."""
    return Page(
        url=urls.SETTINGS,
        title="Settings",
        description="Text size, theme, motion, spoilers, offline use, and where your progress is kept.",
        blocks=(
            Words(text=_LEAD, style="pt-lead"),
            Words(text=_WITHOUT, style="pt-settings__without"),
        ),
        nav="packs",
        style="pt-settings",
    )
