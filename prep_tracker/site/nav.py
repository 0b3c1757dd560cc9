"""The two sidebars: where one is in the site, and what is on the page. Neither grows with the catalog."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site import page as blocks_of
from prep_tracker.site.html import render_inline
from prep_tracker.site.staging import MENU

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.model.pack import Pack
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Page

SECTION = 2
"""Level of the headings that the table of contents lists."""
NEAR = 8
"""How many questions of the topic are listed before and after the one that is read."""

_TABS = {
    "tips": urls.HOME,
    "questions": urls.PACKS,
    "topics": urls.PACKS,
    "packs": urls.PACKS,
    "rounds": urls.PACKS,
    "exercises": urls.EXERCISES,
    "companies": urls.COMPANIES,
    "emails": urls.EMAILS,
}
_OPEN = "pt-nav__item pt-nav__item--open"
_CUT = "\0"
Link = tuple[str, str]
"""Title and address of an entry."""


class NavWriter:
    """Writes sidebars for pages that stand `depth` folders below the site's root."""

    def __init__(self, library: Library, depth: int) -> None:
        """Keep the library; the parts that many pages share are made once."""
        self._library = library
        self._root = "../" * depth
        self._menu = "".join([self._item(link, "pt-nav__item pt-nav__item--menu") for link in MENU])
        self._lists: dict[str, str] = {}
        self._items: dict[str, list[str]] = {}
        self._topics: dict[tuple[str, str], tuple[str, str]] = {}
        self._places: dict[str, int] = {}
        for questions in library.questions_in.values():
            self._places.update((question.id, place) for place, question in enumerate(questions))

    def write_nav(self, page: Page) -> str:
        """The left sidebar (the drawer on a phone)."""
        return (
            '<nav class="md-nav md-nav--primary pt-nav" aria-label="Site">'
            f'<ul class="pt-nav__list pt-nav__list--menu">{self._menu}</ul>{self._write_near(page)}</nav>'
        )

    def _write_near(self, page: Page) -> str:
        pack_id, _, topic_id = page.nav.partition("/")
        pack = self._library.packs.get(pack_id)
        if pack is None:
            return self._list_once("tips" if page.nav in {"home", "tips", "syllabus"} else "packs")
        if not topic_id:
            return self._list_topics(pack)
        return self._list_topics(pack, page.nav, self._list_questions(page))

    def _list_once(self, key: str) -> str:
        found = self._lists.get(key)
        if found is None:
            library = self._library
            if key == "tips":
                links: Iterable[Link] = (
                    (f"{tip.number}. {tip.title}", urls.tip_url(tip.number, tip.slug))
                    for tip in library.catalog.tips
                )
            else:
                links = ((pack.title, urls.pack_url(pack.id)) for pack in library.catalog.packs)
            title = "Tips" if key == "tips" else "Packs"
            found = self._lists[key] = self._group(
                title, "", "".join([self._item(link) for link in links])
            )
        return found

    def _list_topics(self, pack: Pack, current: str = "", inner: str = "") -> str:
        head, tail = self._topic_parts(pack, current)
        return f"{head}{inner}{tail}"

    def _topic_parts(self, pack: Pack, current: str) -> tuple[str, str]:
        """The list of a pack's topics, cut where the questions of the current one go."""
        found = self._topics.get((pack.id, current))
        if found is None:
            items = [
                self._item((t.title, urls.topic_url(t.key)), _OPEN, _CUT) if t.key == current else
                self._item((t.title, urls.topic_url(t.key)))
                for t in pack.topics
            ]  # fmt: skip
            whole = self._group(pack.title, urls.pack_url(pack.id), "".join(items))
            head, _, tail = whole.partition(_CUT)
            found = self._topics[pack.id, current] = (head, tail)
        return found

    def _list_questions(self, page: Page) -> str:
        place = self._places.get(page.id)
        if place is None:
            return ""
        items = self._question_items(page.nav)
        first = max(0, place - NEAR)
        near = items[first : place + NEAR + 1]
        near[place - first] = near[place - first].replace(
            '.html">', '.html" aria-current="page">', 1
        )
        return f'<ul class="pt-nav__list">{"".join(near)}</ul>'

    def _question_items(self, topic: str) -> list[str]:
        found = self._items.get(topic)
        if found is None:
            titles = self._library.titles
            found = self._items[topic] = [
                f'<li class="pt-nav__item"><a href="{self._root}{urls.question_url(question.id)}">'
                f"{render_inline(titles[question.id])}</a></li>"
                for question in self._library.questions_in.get(topic, [])
            ]
        return found

    def _group(self, title: str, url: str, items: str) -> str:
        shown = escape(title, quote=False)
        head = f'<a href="{self._root}{url}">{shown}</a>' if url else shown
        return f'<p class="pt-nav__title">{head}</p><ul class="pt-nav__list">{items}</ul>'

    def _item(self, link: Link, style: str = "pt-nav__item", inner: str = "") -> str:
        title, url = link
        return f'<li class="{style}"><a href="{self._root}{url}">{escape(title, quote=False)}</a>{inner}</li>'


def find_tab(page: Page) -> str:
    """The page of the menu that a page in a folder stands below; empty for the page of a plugin."""
    if page.style.endswith("pt-kind-case"):
        return urls.CASES
    return _TABS.get(page.url.partition("/")[0], "")


def write_toc(page: Page) -> str:
    """The right sidebar: the headings and folds of the page."""
    links = tuple(
        (block.text if isinstance(block, blocks_of.Heading) else block.title, block.anchor)
        for block in page.blocks
        if (isinstance(block, blocks_of.Heading) and block.level == SECTION)
        or (isinstance(block, blocks_of.Fold) and not block.is_minor)
    )
    return _render_toc(links) if links[1:] else ""


@lru_cache(maxsize=256)
def _render_toc(links: tuple[Link, ...]) -> str:
    items = "".join(
        [
            f'<li class="md-nav__item"><a href="#{anchor}" class="md-nav__link">'
            f'<span class="md-ellipsis">{escape(text, quote=False)}</span></a></li>'
            for text, anchor in links
        ]
    )
    return (
        '<nav class="md-nav md-nav--secondary" aria-label="On this page">'
        '<p class="md-nav__title">On this page</p>'
        f'<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>{items}</ul></nav>'
    )
