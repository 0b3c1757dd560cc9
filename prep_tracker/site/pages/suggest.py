"""The link that invites a reader to mend a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.site.page import Suggestion

if TYPE_CHECKING:
    from prep_tracker.site.library import Library


def make_suggestion(library: Library, pack: str, path: str) -> Suggestion:
    """A link to the file, where the site knows one, else to our page on how to change it."""
    url = library.suggest.replace("{pack}", pack).replace("{path}", path)
    return Suggestion(file=f"{pack}/{path}", url=url)
