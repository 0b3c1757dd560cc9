"""Pages made on request for this computer only, and the link to them; none is ever in the site's folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prep_tracker.errors import PrepTrackerError
from prep_tracker.loading.places import cache_folder_or
from prep_tracker.site.header import PALETTE
from prep_tracker.site.library import Library
from prep_tracker.site.press import make_writer
from prep_tracker.site.serve.me import ME, TITLE, make_me_page, make_trouble_page
from prep_tracker.site.shell import name_shell
from prep_tracker.site.staging import find_source
from prep_tracker.site.theme import make_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from prep_tracker.catalog import Catalog
    from prep_tracker.site.build import BuildOptions
    from prep_tracker.site.serve.personal import Personal

_LINK = (
    f'<a href="/{ME}" class="md-header__button pt-me-button" title="{TITLE}, from the folder on this computer" '
    f'aria-label="{TITLE}">'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    '<path d="M7 2v2H4v17h16V4h-3V2h-2v2H9V2H7zm-1 7h12v10H6V9zm2 2v2h2v-2H8zm3 0v2h2v-2h-2zm3 0v2h2v-2h-2z'
    'M8 15v2h2v-2H8zm3 0v2h2v-2h-2z"/></svg>'
    f'<span class="pt-me-button__word">{TITLE}</span></a>'
).encode()
_PLACE = PALETTE.encode()


def add_link(html: bytes) -> bytes:
    """A served page with the link to the learner's own; as it was when the theme has no such header."""
    return html.replace(_PLACE, _LINK + _PLACE, 1)


def print_me(
    catalog: Catalog, options: BuildOptions, read_personal: Callable[[], Personal | None]
) -> bytes:
    """The learner's own page in the theme of the site that is served.

    Args:
        catalog: The packs that are served: what links may lead to.
        options: Of the build that is served.
        read_personal: Reads the workspace; None when there is none. A failure is told on the page.
    """
    library = Library(catalog=catalog)
    theme = make_theme(find_source(options.config), options.builder, cache_folder_or(options.work))
    try:
        page = make_me_page(read_personal(), library)
    except PrepTrackerError as error:
        page = make_trouble_page(error.message, error.hint)
    # The page stands at the top and takes the shell of the pages one folder deep: at the top of an
    # address, "../" leads nowhere else, and this page exists nowhere but at the top of a server.
    shells = {**theme.shells, ME: theme.shells[name_shell(1)]}
    return make_writer(library, replace(theme, shells=shells)).write(page)
