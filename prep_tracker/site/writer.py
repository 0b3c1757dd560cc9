"""A page becomes the bytes of a file: its blocks as HTML, in the shell of its depth; a sheet a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.site.html import HtmlWriter
from prep_tracker.site.nav import NavWriter, find_tab, write_toc
from prep_tracker.site.sheets import Sheet, render_sheet
from prep_tracker.site.shell import Filling, name_shell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Page
    from prep_tracker.site.prose.renderer import Renderer
    from prep_tracker.site.shell import Shell


class PageWriter:
    """Writes pages into shells, and sheets as scripts."""

    def __init__(self, library: Library, renderer: Renderer, shells: Mapping[str, Shell]) -> None:
        """Keep what all pages share.

        Args:
            library: All packs.
            renderer: Renders prose.
            shells: By address of the page, or as `name_shell` names those of pages in folders.
        """
        self._shells = shells
        self._renderer = renderer
        self._html = {depth: HtmlWriter(renderer, depth) for depth in (0, 1, 2)}
        self._nav = {depth: NavWriter(library, depth) for depth in (0, 1, 2)}

    def write(self, page: Page | Sheet) -> bytes:
        """The finished file."""
        if isinstance(page, Sheet):
            return render_sheet(page, self._renderer)
        depth = page.url.count("/")
        shell = self._shells.get(page.url) or self._shells[name_shell(depth, find_tab(page))]
        return shell.fill(
            Filling(
                title=page.title,
                description=page.description,
                url=page.url,
                nav=self._nav[depth].write_nav(page),
                toc=write_toc(page),
                body=self._html[depth].write_body(page),
            )
        ).encode()
