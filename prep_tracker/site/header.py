"""What we add to every page of the theme: the search button, the browser app, one landmark's mend."""

from __future__ import annotations

from prep_tracker.errors import BuildError
from prep_tracker.model import urls

_SEARCH = (
    '<button type="button" class="md-header__button md-icon pt-search-button" data-pt-search '
    'aria-label="Search" title="Search (/)" aria-haspopup="dialog" aria-keyshortcuts="/">'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    '<path d="M10.5 4a6.5 6.5 0 1 0 4 11.6l4.9 4.9 1.1-1.1-4.9-4.9A6.5 6.5 0 0 0 10.5 4zm0 1.6a4.9 4.9 0 1 1 0 9.8 '
    '4.9 4.9 0 0 1 0-9.8z"/></svg><span class="pt-search-button__word">Search</span></button>'
)
_SETTINGS = (
    '<a href="{root}{page}" class="md-header__button md-icon pt-settings-button" title="Settings" aria-label="Settings">'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    '<path d="M3 17v2h6v-2H3zM3 5v2h10V5H3zm10 16v-2h8v-2h-8v-2h-2v6h2zM7 9v2H3v2h4v2h2V9H7zm14 4v-2H11v2h10zm-6-4h2V7h4V5'
    'h-4V3h-2v6z"/></svg></a>'
)
PALETTE = '<form class="md-header__option" data-md-component="palette">'
"""What buttons of the header are put before."""


def add_parts(html: str, depth: int, *, app: str) -> str:
    """The page with our parts.

    Args:
        html: A page of the theme.
        depth: How many folders below the site's root it stands.
        app: Digest of the browser app; empty when it is not there to be loaded.

    Raises:
        BuildError: The theme has no header or head where the parts belong.
    """
    if not app:
        return html
    root = "../" * depth
    link = f'<link rel="stylesheet" href="{root}assets/app.css?h={app}">'
    script = (
        f'<script src="{root}assets/app.js?h={app}" defer data-pt-root="{root or "./"}"></script>'
    )
    for place in (PALETTE, "</head>"):
        if place not in html:
            raise BuildError(
                f"the theme's page has no {place}", "Keep theme.palette a list in mkdocs.yml."
            )
    settings = _SETTINGS.format(root=root, page=urls.SETTINGS)
    html = html.replace(PALETTE, _SEARCH + settings + PALETTE, 1)
    return html.replace("</head>", f"{link}{script}</head>", 1)
