"""Markdown of a pack becomes HTML: parse, sanitize, then put our own mathematics, code and figures in."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from prep_tracker.loading.bounds import MAX_COLORED, MAX_COLORED_PAGE, find_deep_line
from prep_tracker.loading.markdown import markdown_parser
from prep_tracker.loading.text import drop_hidden
from prep_tracker.site.prose.highlight import PLAIN, PYTHON, Highlighter
from prep_tracker.site.prose.mathml import render_math
from prep_tracker.site.prose.sanitize import clean

FindUrl = Callable[[str], str]
"""From what a link in the text says to an address relative to the site's root; empty for no such page."""

TABLE_START = (
    '<div class="pt-table" tabindex="0" role="group" aria-label="Table"><table class="pt-t">'
)
"""A table in a box that scrolls, which the keyboard reaches."""
TABLE_END = "</table></div>"
_PLACES = re.compile(
    r'<span class="math math-(?P<math>inline|display)">(?P<latex>[^<]*)</span>'
    r'|<pre><code(?: class="(?:language-(?P<language>[\w-]*))?")?>(?P<code>[^<]*)</code></pre>'
    r'|<a(?: href="(?P<href>[^"<>]*)")?(?P<rest>[^<>]*)>'
    r"|<img(?P<img>[^<>]*)>"
    r"|<(?P<table>/?table)>"
    r"|<th(?: [^<>]*)?>(?P<nothing>)</th>"
)
_ANGLE_IN_ATTRIBUTE = re.compile(r'="[^"<>]*[<>]')
_TAG = re.compile(r'<[a-z][a-z0-9]*(?: [a-z]+="[^"]*")+>')
_AWAY = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SOURCE = re.compile(r'src="([^"]*)"')
_ALT = re.compile(r'alt="([^"]*)"')


class Renderer:
    """Renders Markdown for pages of one depth.

    Attributes:
        highlighter: Colors code.
        pack: Id of the pack whose text is rendered, for its pictures.
    """

    def __init__(
        self,
        find_url: FindUrl,
        highlighter: Highlighter,
        draw: Callable[[str, str], str],
        find_picture: Callable[[str, str], str] | None = None,
    ) -> None:
        """Keep what rendering needs.

        Args:
            find_url: Resolves links between pages.
            highlighter: Colors code.
            draw: From the name of a block (`mermaid`, `plot`) and its text to SVG; empty when it cannot.
            find_picture: From a pack's id and what an image names to an address; empty for no such picture.
        """
        self._find_url = find_url
        self.highlighter = highlighter
        self._draw = draw
        self._find_picture = find_picture
        self.pack = ""
        self._colored = 0
        self._prefix = ""

    def start_page(self, pack: str) -> None:
        """Begin a page of a pack: what follows finds that pack's pictures and has the page's share of colors."""
        self.pack = pack
        self._colored = 0

    def render(self, text: str, *, depth: int) -> str:
        """Safe HTML of Markdown that stands on a page `depth` folders below the site's root."""
        if find_deep_line(text):
            return self.highlighter.render(text, "text")
        html = _escape_angles(clean(markdown_parser().html(text)))
        if "&" in text:
            html = drop_hidden(html)
        if '="' not in html and "<pre" not in html and "<table" not in html and "<img" not in html:
            return html
        self._prefix = "../" * depth
        return _PLACES.sub(self._insert, html)

    def _insert(self, place: re.Match[str]) -> str:
        if place["math"]:
            return render_math(unescape(place["latex"]), is_display=place["math"] == "display")
        if place["code"] is not None:
            return self._render_block(unescape(place["code"]), place["language"] or "")
        if place["table"]:
            return _wrap_table(place["table"])
        if place["nothing"] is not None:
            return "<td></td>"
        if place["img"] is not None:
            return self._render_picture(place["img"])
        return self._render_link(place["href"], place["rest"])

    def _render_picture(self, attributes: str) -> str:
        """A picture of the page's pack; only its words when the pack has no such picture."""
        alt, source = _ALT.search(attributes), _SOURCE.search(attributes)
        words = alt[1] if alt else ""
        url = (
            self._find_picture(self.pack, unescape(source[1]))
            if source and self._find_picture
            else ""
        )
        if not url:
            return f'<span class="pt-missing">{words}</span>'
        return f'<img src="{escape(self._prefix + url)}" alt="{words}" loading="lazy">'

    def _render_block(self, code: str, language: str) -> str:
        if language in {"mermaid", "plot"}:
            return self._draw(language, code) or self.highlighter.render(code, "text")
        if language not in PLAIN | PYTHON:
            self._colored += len(code)
            if len(code) > MAX_COLORED or self._colored > MAX_COLORED_PAGE:
                language = "text"
        return self.highlighter.render(code, language)

    def _render_link(self, href: str | None, rest: str) -> str:
        if href is None:
            return "<a>"
        if _AWAY.match(href):
            return f'<a href="{href}"{rest}>'
        url = self._find_url(unescape(href))
        return f'<a href="{escape(self._prefix + url)}">' if url else "<a>"


def _escape_angles(html: str) -> str:
    """The same HTML with no angle bracket inside an attribute, so that places are found in tags only."""
    if not _ANGLE_IN_ATTRIBUTE.search(html):
        return html
    return _TAG.sub(_escape_tag, html)


def _escape_tag(tag: re.Match[str]) -> str:
    return "<" + tag[0][1:-1].replace("<", "&lt;").replace(">", "&gt;") + ">"


def _wrap_table(tag: str) -> str:
    return TABLE_START if tag == "table" else TABLE_END
