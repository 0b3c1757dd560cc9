"""A shell: an empty page of the theme, made by the site builder, that our pages are filled into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from prep_tracker.errors import BuildError
from prep_tracker.site.html import ANCHOR_OF_TITLE

TITLE = "@@pt:title@@"
DESCRIPTION = "@@pt:description@@"
_TOKEN = re.compile(r"@@pt:(title|description|url|nav|toc|body)@@")
_NEIGHBOUR = re.compile(r"""<link\b[^>]*\brel=["']?(?:prev|next)\b[^>]*>\s*""")
"""The theme goes to these pages when p or n is pressed; the tools in our pages have keys of their own."""
_SKIP = "pttitle"
"""The anchor that builders make from the title of a shell."""
_NEEDED = frozenset({"title", "description", "nav", "toc", "body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What goes into a shell: two plain texts and an address to escape, and three finished pieces of HTML."""

    title: str
    description: str
    url: str
    nav: str
    toc: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """A shell cut at its places: literal, name of a place, literal, and so on."""

    parts: tuple[str, ...]

    def fill(self, filling: Filling) -> str:
        """The finished page. What is filled in is never searched for places again."""
        values = {
            "title": escape(filling.title),
            "description": escape(filling.description),
            "url": escape(filling.url),
            "nav": filling.nav,
            "toc": filling.toc,
            "body": filling.body,
        }
        return "".join([values[p] if i % 2 else p for i, p in enumerate(self.parts)])


def name_shell(depth: int, tab: str = "") -> str:
    """Name of the shell of pages so many folders deep, below a tab of the menu."""
    return f"{depth}:{tab}"


def mark_tab(html: str, url: str) -> str:
    """The page with one of the theme's tabs shown as the one where the reader is; `url` as the tab links it."""
    tab = re.compile(
        rf"""(<li class=["']?md-tabs__item)(["']?>\s*<a href=["']?{re.escape(url)}["'\s>])"""
    )
    return tab.sub(r"\1 md-tabs__item--active\2", html, count=1)


def cut_shell(html: str, url: str) -> Shell:
    """Cut a page that the builder made from a shell's Markdown at its places.

    Args:
        html: The page.
        url: Its own address, which becomes a place (canonical links name it).

    Raises:
        BuildError: The theme left out one of the places.
    """
    html = html.replace(url, "@@pt:url@@").replace(f'href="#{_SKIP}"', f'href="#{ANCHOR_OF_TITLE}"')
    parts = tuple(_TOKEN.split(_NEIGHBOUR.sub("", html)))
    missing = _NEEDED - set(parts[1::2])
    if missing:
        raise BuildError(
            f"the theme's page has no place for: {', '.join(sorted(missing))}",
            "Keep site_src/_theme/main.html as theme.custom_dir in mkdocs.yml.",
        )
    return Shell(parts=parts)
