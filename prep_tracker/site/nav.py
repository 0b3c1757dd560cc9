"""The two sidebars: where one is in the site, and what is on the page. Neither grows with the catalog."""

from __future__ import annotations

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

NEAR = 8
"""How many questions of the topic are listed before and after the one that is read."""

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
                    (f"{tip.number}. {tip.title}", urls.tip_url(tip.number, tip.slug)) for tip in library.catalog.tips
                )
            else:
                links = ((pack.title, urls.pack_url(pack.id)) for pack in library.catalog.packs)
            title = "Tips" if key == "tips" else "Packs"
            found = self._lists[key] = self._group(title, "", "".join([self._item(link) for link in links]))
        return found

    def _list_topics(self, pack: Pack, current: str = "", inner: str = "") -> str:
        items = []
        for topic in pack.topics:
            link = (topic.title, urls.topic_url(topic.key))
            if topic.key == current:
                items.append(self._item(link, "pt-nav__item pt-nav__item--open", inner))
            else:
                items.append(self._item(link))
        return self._group(pack.title, urls.pack_url(pack.id), "".join(items))

    def _list_questions(self, page: Page) -> str:
        questions = self._library.questions_in.get(page.nav, [])
        place = self._places.get(page.id)
        if place is None:
            return ""
        items = []
        for question in questions[max(0, place - NEAR) : place + NEAR + 1]:
            here = ' aria-current="page"' if question.id == page.id else ""
            items.append(
                f'<li class="pt-nav__item"><a href="{self._root}{urls.question_url(question.id)}"{here}>'
                f"{render_inline(self._library.titles[question.id])}</a></li>"
            )
        return f'<ul class="pt-nav__list">{"".join(items)}</ul>'

    def _group(self, title: str, url: str, items: str) -> str:
        shown = escape(title, quote=False)
        head = f'<a href="{self._root}{url}">{shown}</a>' if url else shown
        return f'<p class="pt-nav__title">{head}</p><ul class="pt-nav__list">{items}</ul>'

    def _item(self, link: Link, style: str = "pt-nav__item", inner: str = "") -> str:
        title, url = link
        return f'<li class="{style}"><a href="{self._root}{url}">{escape(title, quote=False)}</a>{inner}</li>'


def write_toc(page: Page) -> str:
    """The right sidebar: the headings and folds of the page."""
    links = [
        (block.text if isinstance(block, blocks_of.Heading) else block.title, block.anchor)
        for block in page.blocks
        if (isinstance(block, blocks_of.Heading) and block.level == 2)
        or (isinstance(block, blocks_of.Fold) and not block.is_minor)
    ]
    if len(links) < 2:
        return ""
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
