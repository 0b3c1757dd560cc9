"""Read built pages: their visible words, links, and what they load."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
BREAKS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "div",
        "summary",
        "details",
        "pre",
        "ul",
        "ol",
        "nav",
        "table",
        "a",
    ]
)
UNSEEN = frozenset({"math", "svg", "script", "style", "figure"})
FIGURE = re.compile(r"\s*(?:flowchart (?:LR|TD)\n|title: .*\nx: )")


@dataclass
class _Open:
    tag: str
    is_unseen: bool
    is_article: bool
    start: int


@dataclass
class Reader(HTMLParser):
    """What a page holds.

    Attributes:
        words: Visible words of the article; mathematics and figures left out.
        links: Addresses of links.
        loads: Addresses that the page loads: scripts, styles, pictures.
        anchors: Ids on the page.
        scripts: Texts of inline scripts.
    """

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    policy: str = ""
    _stack: list[_Open] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def words(self) -> list[str]:
        return re.findall(r"\w+", "".join(self._text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.anchors.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in {"script", "img", "source", "iframe", "audio", "video"} and "src" in values:
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") in {"stylesheet", "icon", "manifest", "preload"}:
            self.loads.append(values["href"])
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values["content"]
        if tag in BREAKS:
            self._text.append(" ")
        if tag not in VOID:
            is_unseen = tag in UNSEEN or "arithmatex" in values.get("class", "")
            self._stack.append(_Open(tag, is_unseen, tag == "article", len(self._text)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self._stack:
            closed = self._stack.pop()
            if closed.tag == "pre" and FIGURE.match("".join(self._text[closed.start :])):
                del self._text[closed.start :]
            if closed.tag == tag:
                break
        if tag in BREAKS:
            self._text.append(" ")

    def handle_data(self, data: str) -> None:
        if any(entry.is_article for entry in self._stack) and not any(
            entry.is_unseen for entry in self._stack
        ):
            self._text.append(data)
        if self._stack and self._stack[-1].tag == "script":
            self.scripts.append(data)


def read_page(path: Path) -> Reader:
    """The page in the file."""
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def list_pages(site: Path) -> list[str]:
    """Addresses of all pages of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
