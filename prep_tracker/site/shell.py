"""A shell: an empty page of the theme, made by the site builder, that our pages are filled into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from prep_tracker.errors import BuildError
from prep_tracker.site.html import ANCHOR_OF_TITLE

if TYPE_CHECKING:
    from pathlib import Path

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


def read_shell(path: Path, url: str) -> Shell:
    """Read a page the builder made from a shell's Markdown.

    Args:
        path: The built page.
        url: Its own address, which becomes a place (canonical links name it).

    Raises:
        BuildError: The theme left out one of the places.
    """
    return cut_shell(path.read_text(encoding="utf-8"), url)


def cut_shell(html: str, url: str) -> Shell:
    """Cut the page at its places."""
    html = html.replace(url, "@@pt:url@@").replace(f'href="#{_SKIP}"', f'href="#{ANCHOR_OF_TITLE}"')
    parts = tuple(_TOKEN.split(_NEIGHBOUR.sub("", html)))
    missing = _NEEDED - set(parts[1::2])
    if missing:
        raise BuildError(
            f"the theme's page has no place for: {', '.join(sorted(missing))}",
            "Keep site_src/_theme/main.html as theme.custom_dir in mkdocs.yml.",
        )
    return Shell(parts=parts)
