"""A page that a plugin adds: its Markdown, sanitized as everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Cell, Page, Prose
from prep_tracker.site.pages.question import make_description

if TYPE_CHECKING:
    from prep_tracker.site.library import ExtraPage


def make_extra_page(extra: ExtraPage) -> Page:
    """The plugin's page."""
    return Page(
        url=urls.plugin_page_url(extra.plugin, extra.slug),
        title=extra.title,
        description=make_description(extra.text) or extra.title,
        blocks=(Prose(text=extra.text),),
        crumbs=(Cell(text="Home", url=urls.HOME), Cell(text=extra.plugin)),
        nav="packs",
        style="pt-extra",
    )
