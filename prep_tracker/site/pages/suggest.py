"""The link that invites a reader to mend a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.site.page import Suggestion

if TYPE_CHECKING:
    from prep_tracker.site.library import Library


_OWN = frozenset({"", "prep-tracker"})
"""Distributions whose packs are where the site says; packs that others publish have a repository of their own."""


def make_suggestion(library: Library, pack: str, path: str) -> Suggestion:
    """A link to the file, where the site knows one, else to our page on how to change it."""
    found = library.packs.get(pack)
    is_own = found is None or found.distribution in _OWN
    url = library.suggest if is_own else ""
    url = url.replace("{pack}", pack).replace("{path}", path)
    return Suggestion(file=f"{pack}/{path}", url=url)
