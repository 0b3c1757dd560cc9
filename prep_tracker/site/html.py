"""Blocks of a page become HTML; every field is escaped where it lands, prose goes through the renderer."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from prep_tracker.site import page as blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.site.page import Block, Cell, Chip, Page
    from prep_tracker.site.prose.renderer import Renderer

ANCHOR_OF_TITLE = "top"
MANY = 5_000
"""How many facts are remembered as HTML."""
_CODE = re.compile(r"`([^`]+)`")


class HtmlWriter:
    """Writes pages that stand `depth` folders below the site's root."""

    def __init__(self, renderer: Renderer, depth: int) -> None:
        """Keep the renderer for prose and the way back to the root."""
        self._renderer = renderer
        self._depth = depth
        self._root = "../" * depth
        self._seen: dict[tuple[str, str, str, str], str] = {}
        self._writers: dict[type, Callable[[Any], str]] = {
            blocks_of.Prose: self._prose,
            blocks_of.Words: self._words,
            blocks_of.Heading: _heading,
            blocks_of.Chips: lambda block: self._chips(block.items),
            blocks_of.Fold: self._fold,
            blocks_of.Code: lambda block: renderer.highlighter.render(block.text, block.language),
            blocks_of.Cards: self._cards,
            blocks_of.Entries: self._entries,
            blocks_of.Table: self._table,
            blocks_of.References: _references,
            blocks_of.Steps: self._steps,
            blocks_of.Suggestion: self._suggestion,
        }

    def write_body(self, page: Page) -> str:
        """The inside of the article."""
        identity = f' data-pt-id="{escape(page.id)}"' if page.id else ""
        self._renderer.start_page(page.id.partition("/")[0])
        return (
            f'<div class="pt-page {page.style}"{identity}>{self._crumbs(page.crumbs)}'
            f'<h1 id="{ANCHOR_OF_TITLE}">{render_inline(page.title)}</h1>'
            f"{self.write(page.blocks)}</div>"
        )

    def write(self, blocks: Iterable[Block]) -> str:
        """HTML of the blocks, one after the other."""
        writers = self._writers
        return "".join([writers[block.__class__](block) for block in blocks])

    def link(self, text: str, url: str, attributes: str = "") -> str:
        """A link inside the site; plain escaped text when there is no address."""
        shown = render_inline(text)
        return f'<a href="{escape(self._root + url)}"{attributes}>{shown}</a>' if url else shown

    def _prose(self, block: blocks_of.Prose) -> str:
        return self._renderer.render(block.text, depth=self._depth)

    def _words(self, block: blocks_of.Words) -> str:
        style = f' class="{block.style}"' if block.style else ""
        return f"<p{style}>{self.link(block.text, block.url)}</p>"

    def _chips(self, chips: Iterable[Chip]) -> str:
        return f'<ul class="pt-chips">{"".join([self._chip(chip) for chip in chips])}</ul>'

    def _chip(self, chip: Chip) -> str:
        place = (chip.label, chip.text, chip.url, chip.name)
        found = self._seen.get(place)
        if found is None:
            if len(self._seen) > MANY:
                self._seen.clear()
            found = self._seen[place] = self._render_chip(chip)
        return found

    def _render_chip(self, chip: Chip) -> str:
        style = f" pt-chip--{chip.name}" if chip.name else ""
        label = (
            f'<span class="pt-label">{escape(chip.label, quote=False)}: </span>'
            if chip.label
            else ""
        )
        return f'<li class="pt-chip{style}">{label}{self.link(chip.text, chip.url)}</li>'

    def _fold(self, block: blocks_of.Fold) -> str:
        style = f" {block.style}" if block.style else ""
        is_open = " open" if block.is_open else ""
        tag = "h3" if block.is_minor else "h2"
        return (
            f'<details class="pt-fold{style}"{is_open}><summary><{tag}>{render_inline(block.title)}</{tag}>'
            f'</summary><div class="pt-fold__body" id="{block.anchor}">{self.write(block.blocks)}</div></details>'
        )

    def _cards(self, block: blocks_of.Cards) -> str:
        cards = [
            f'<li class="pt-card"><a href="{escape(self._root + card.url)}"{_topics(card)}>'
            f"{_span('pt-card__mark', card.mark)}{_span('pt-card__title', card.title)}"
            f"{_span('pt-card__text', card.text)}{_span('pt-card__count', card.count)}</a></li>"
            for card in block.items
        ]
        return f'<ul class="pt-cards">{"".join(cards)}</ul>'

    def _entries(self, block: blocks_of.Entries) -> str:
        style = "pt-entries pt-entries--filtered" if block.is_filtered else "pt-entries"
        items = []
        for entry in block.items:
            identity = f' data-pt-id="{escape(entry.id)}"' if entry.id else ""
            if entry.tags:
                identity += f' data-pt-tags="{escape(" ".join(entry.tags))}"'
            chips = self._chips(entry.chips) if entry.chips else ""
            items.append(
                f'<li class="pt-entry"{identity}><h{block.level} class="pt-entry__title">'
                f"{self.link(entry.title, entry.url)}</h{block.level}>{chips}{self.write(entry.blocks)}</li>"
            )
        return f'<ol class="{style}">{"".join(items)}</ol>'

    def _table(self, block: blocks_of.Table) -> str:
        head = "".join(
            [f'<th scope="col">{escape(cell, quote=False)}</th>' for cell in block.header]
        )
        rows = [
            f"<tr{anchor}>{''.join([f'<td>{self.link(cell.text, cell.url)}</td>' for cell in row])}</tr>"
            for row, anchor in zip(block.rows, _anchors(block), strict=True)
        ]
        return (
            '<div class="pt-table" tabindex="0" role="group" aria-label="Table"><table class="pt-t">'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
        )

    def _steps(self, block: blocks_of.Steps) -> str:
        back = self._step(block.previous, "Previous", "prev") if block.previous else ""
        forth = self._step(block.next, "Next", "next") if block.next else ""
        return f'<nav class="pt-steps" aria-label="Previous and next">{back}{forth}</nav>'

    def _suggestion(self, block: blocks_of.Suggestion) -> str:
        words = "Suggest a change"
        if block.url:
            link = f'<a href="{escape(block.url)}" rel="noopener noreferrer">{words}</a>'
        else:
            link = self.link(words, "contributing/suggest.html")
        return f'<p class="pt-suggest">{link} <span class="pt-suggest__file">{escape(block.file)}</span></p>'

    def _step(self, cell: Cell, label: str, rel: str) -> str:
        return (
            f'<a class="pt-step pt-step--{rel}" rel="{rel}" href="{escape(self._root + cell.url)}">'
            f"{_span('pt-step__label', label)} {_span('pt-step__title', cell.text)}</a>"
        )

    def _crumbs(self, crumbs: tuple[Cell, ...]) -> str:
        if not crumbs:
            return ""
        items = "".join([f"<li>{self.link(crumb.text, crumb.url)}</li>" for crumb in crumbs])
        return f'<nav class="pt-crumbs" aria-label="Where you are"><ol>{items}</ol></nav>'


@lru_cache(maxsize=4_096)
def render_inline(text: str) -> str:
    """Escaped text; what stands between backticks is code."""
    shown = escape(text, quote=False)
    return _CODE.sub(r"<code>\1</code>", shown) if "`" in shown else shown


def _anchors(block: blocks_of.Table) -> list[str]:
    if not block.anchors:
        return [""] * len(block.rows)
    return [f' id="{escape(anchor)}"' for anchor in block.anchors]


def _topics(card: blocks_of.Card) -> str:
    return f' data-pt-topics="{escape(" ".join(card.topics))}"' if card.topics else ""


def _span(style: str, text: str) -> str:
    return f'<span class="{style}">{render_inline(text)}</span> ' if text else ""


def _heading(block: blocks_of.Heading) -> str:
    return f'<h{block.level} id="{block.anchor}">{escape(block.text, quote=False)}</h{block.level}>'


def _references(block: blocks_of.References) -> str:
    items = [
        f'<li><a href="{escape(source.url)}" rel="noopener noreferrer">{escape(source.title, quote=False)}</a>'
        f' <span class="pt-source__by">{escape(source.by, quote=False)}, {source.year}</span></li>'
        for source in block.items
    ]
    return f'<ul class="pt-sources">{"".join(items)}</ul>'
