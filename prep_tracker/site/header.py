"""What we add to every page of the theme: the search button, the browser app, one landmark's mend."""

from __future__ import annotations

from prep_tracker.errors import BuildError

_SEARCH = (
    '<button type="button" class="md-header__button md-icon pt-search-button" data-pt-search '
    'aria-label="Search" title="Search (/)" aria-haspopup="dialog" aria-keyshortcuts="/">'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    '<path d="M10.5 4a6.5 6.5 0 1 0 4 11.6l4.9 4.9 1.1-1.1-4.9-4.9A6.5 6.5 0 0 0 10.5 4zm0 1.6a4.9 4.9 0 1 1 0 9.8 '
    '4.9 4.9 0 0 1 0-9.8z"/></svg><span class="pt-search-button__word">Search</span></button>'
)
PALETTE = '<form class="md-header__option" data-md-component="palette">'
"""What buttons of the header are put before."""


def add_parts(html: str, depth: int, *, has_app: bool) -> str:
    """The page with our parts.

    Args:
        html: A page of the theme.
        depth: How many folders below the site's root it stands.
        has_app: Whether the browser app is there to be loaded.

    Raises:
        BuildError: The theme has no header or head where the parts belong.
    """
    if not has_app:
        return html
    root = "../" * depth
    link = f'<link rel="stylesheet" href="{root}assets/app.css">'
    script = f'<script src="{root}assets/app.js" defer data-pt-root="{root or "./"}"></script>'
    for place in (PALETTE, "</head>"):
        if place not in html:
            raise BuildError(
                f"the theme's page has no {place}", "Keep theme.palette a list in mkdocs.yml."
            )
    html = html.replace(PALETTE, _SEARCH + PALETTE, 1)
    return html.replace("</head>", f"{link}{script}</head>", 1)
