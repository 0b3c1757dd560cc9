"""Blocks of a page become ordinary Markdown, for any builder; the words are those of the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from prep_tracker.loading.markdown import markdown_parser
from prep_tracker.model import urls
from prep_tracker.site import page as blocks_of

if TYPE_CHECKING:
    from prep_tracker.site.page import Block, Page

_MARK = re.compile(r"([\\*_{}#+!.-])")
_LINK = re.compile(r"\]\(<?([a-z0-9-]+/[a-z0-9-]+)>?(#[a-z0-9-]+)?\)")
_PICTURE = re.compile(r"\]\((?:\.\./)*(figures/[\w.-]+)\)")
_AWAY = re.compile(
    r"(?:https?://|mailto:|[a-z0-9-]+/[a-z0-9-]+\Z|(?:\.\./)*figures/)", re.IGNORECASE
)
_SUSPECT = re.compile(r"<|\]\(|\]:|\\\$|^\s*(?:[-*+]|\d+[.)])\s", re.MULTILINE)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "$": "&#36;", "~": "&#126;", "^": "&#94;",
                           "(": "&#40;", ")": "&#41;", "[": "&#91;", "]": "&#93;"})  # fmt: skip


class MarkdownWriter:
    """Writes pages as Markdown."""

    def __init__(self, find_url: Callable[[str], str]) -> None:
        """Keep what resolves links between pages.

        Args:
            find_url: From `pack/slug` to an address relative to the site's root; empty for no such page.
        """
        self._find_url = find_url
        self._page = ""
        self._pack = ""
        self._writers: dict[type, Callable[[Any], str]] = {
            blocks_of.Prose: lambda block: self.write_prose(block.text),
            blocks_of.Words: lambda block: self._link(block.text, block.url),
            blocks_of.Heading: lambda block: f"{'#' * block.level} {escape_text(block.text)}",
            blocks_of.Chips: self._chips,
            blocks_of.Fold: self._fold,
            blocks_of.Code: lambda block: fence(block.text, block.language),
            blocks_of.Cards: self._cards,
            blocks_of.Entries: self._entries,
            blocks_of.Table: self._table,
            blocks_of.References: _references,
            blocks_of.Steps: self._steps,
            blocks_of.Suggestion: self._suggestion,
        }

    def write(self, page: Page) -> str:
        """The page as a Markdown file."""
        self._page = page.url
        self._pack = page.id.partition("/")[0]
        crumbs = " ".join(self._link(crumb.text, crumb.url) for crumb in page.crumbs)
        title, description = (_quote(text) for text in (page.title, page.description))
        head = f"---\ntitle: {title}\ndescription: {description}\n---\n\n"
        parts = [crumbs, f"# {escape_text(page.title)}", *self._write_all(page.blocks)]
        return head + "\n\n".join(part for part in parts if part) + "\n"

    def write_prose(self, text: str) -> str:
        """A pack's Markdown with its links resolved, and with nothing in it that a builder would take for HTML."""
        text = _LINK.sub(self._resolve, disarm(text))
        return _PICTURE.sub(self._resolve_picture, text).strip()

    def _write_all(self, blocks: Iterable[Block]) -> list[str]:
        return [self._writers[block.__class__](block) for block in blocks]

    def _resolve(self, link: re.Match[str]) -> str:
        url = self._find_url(link[1])
        return f"]({self._address(url)})" if url else link[0]

    def _resolve_picture(self, link: re.Match[str]) -> str:
        url = urls.picture_url(self._pack, link[1])
        return f"]({urls.relative_url(url, self._page)})"

    def _address(self, url: str) -> str:
        path, mark, anchor = url.partition("#")
        return urls.relative_url(re.sub(r"\.html\Z", ".md", path), self._page) + mark + anchor

    def _link(self, text: str, url: str) -> str:
        shown = escape_text(text)
        return f"[{shown}]({self._address(url)})" if url else shown

    def _chips(self, block: blocks_of.Chips) -> str:
        return "\n".join(
            f"- {escape_text(chip.label) + ': ' if chip.label else ''}{self._link(chip.text, chip.url)}"
            for chip in block.items
        )

    def _fold(self, block: blocks_of.Fold) -> str:
        head = f"{'###' if block.is_minor else '##'} {escape_text(block.title)}"
        return "\n\n".join([head, *self._write_all(block.blocks)])

    def _cards(self, block: blocks_of.Cards) -> str:
        return "\n".join(
            "- " + " ".join(
                part for part in (escape_text(c.mark), self._link(c.title, c.url), escape_text(c.text), escape_text(c.count)) if part
            )
            for c in block.items
        )  # fmt: skip

    def _entries(self, block: blocks_of.Entries) -> str:
        parts = []
        for entry in block.items:
            parts.append(f"{'#' * block.level} {self._link(entry.title, entry.url)}")
            if entry.chips:
                parts.append(self._chips(blocks_of.Chips(items=entry.chips)))
            parts += self._write_all(entry.blocks)
        return "\n\n".join(parts)

    def _table(self, block: blocks_of.Table) -> str:
        rows = [[escape_text(cell) for cell in block.header], ["---"] * len(block.header)]
        rows += [[self._link(cell.text, cell.url) for cell in row] for row in block.rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _steps(self, block: blocks_of.Steps) -> str:
        return "\n\n".join(
            f"{label} {self._link(cell.text, cell.url)}"
            for label, cell in (("Previous", block.previous), ("Next", block.next))
            if cell
        )

    def _suggestion(self, block: blocks_of.Suggestion) -> str:
        words = (
            f"[Suggest a change]({block.url})"
            if block.url
            else self._link("Suggest a change", "contributing/suggest.html")
        )
        return f"{words} {escape_text(block.file)}"


def _quote(text: str) -> str:
    """A front-matter text in quotes; themes put it into HTML as it is, so it is escaped here."""
    plain = escape(text, quote=False).replace('"', "'").replace("\\", "/")
    return f'"{" ".join(plain.split())}"'


def _references(block: blocks_of.References) -> str:
    return "\n".join(
        f"- [{escape_text(source.title)}]({source.url}) {escape_text(source.by)}, {source.year}"
        for source in block.items
    )


def escape_text(text: str) -> str:
    """Plain words that Markdown shows as they are; what stands between backticks stays code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        parts = ["`".join(parts).replace("`", "&#96;")]
    return "".join(
        f"`{part}`"
        if place % 2
        else _MARK.sub(r"\\\1", part.translate(_ENTITIES)).replace("&\\#", "&#")
        for place, part in enumerate(parts)
    )


def fence(text: str, language: str) -> str:
    """A block of code in a fence longer than any inside it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    return f"{'`' * (longest + 1)}{language}\n{text.rstrip()}\n{'`' * (longest + 1)}"


def disarm(text: str) -> str:
    """The Markdown as every builder reads it alike.

    Raw HTML and links to foreign kinds of address are made harmless, a literal dollar sign becomes an entity, and a
    list that follows a line of text gets the empty line that older parsers want.
    """
    if not _SUSPECT.search(text):
        return text
    data = text.encode()
    changes: dict[tuple[int, int], bytes] = {}
    depth = 0
    for event, span in markdown_parser().events_with_range(text):
        if not isinstance(event, dict):
            continue
        name, value = next(iter(event.items()))
        start, end = span["start"], span["end"]
        if name == "Start" and isinstance(value, dict) and "List" in value:
            if depth == 0 and not data[:start].endswith(b"\n\n"):
                changes[start, start] = b"\n"
            depth += 1
        elif name == "End" and "List" in str(value):
            depth -= 1
        elif name == "Text" and data[start - 1 : start + 1] == b"\\$":
            changes[start - 1, start + 1] = b"&#36;"
        elif _is_foreign(name, value):
            changes[start, end] = data[start:end].replace(b"<", b"&lt;").replace(b"[", b"\\[", 1)
    for (start, end), new in sorted(changes.items(), reverse=True):
        data = data[:start] + new + data[end:]
    return data.decode()


def _is_foreign(name: str, value: Any) -> bool:
    """Whether the event is raw HTML, or a link to an address of another kind than ours."""
    if name in {"Html", "InlineHtml"}:
        return True
    tag = (
        value.get("Link") or value.get("Image")
        if name == "Start" and isinstance(value, dict)
        else None
    )
    return tag is not None and not _AWAY.match(tag["dest_url"])
