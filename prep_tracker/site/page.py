"""A page of the site as a tree of blocks, written by `html` for the site and by `plain` as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown from a pack: untrusted, rendered and sanitized."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph of plain words, escaped; `style` is one of our own class names."""

    text: str
    url: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the page, with the anchor that the table of contents points at."""

    text: str
    anchor: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One fact about a thing: `label` says what it is (for screen readers), `text` is shown."""

    label: str
    text: str
    url: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chips:
    """A row of facts."""

    items: tuple[Chip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A section that opens on demand, so that one can think before looking."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    is_open: bool = False
    style: str = ""
    is_minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Code or plain text shown letter by letter."""

    text: str
    language: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A link with a title, a sentence and a count; `topics` are the keys of those it stands for, for the ring."""

    title: str
    url: str
    text: str = ""
    count: str = ""
    mark: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """A grid of cards."""

    items: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a list: a title that links, facts, what folds out below it, and `name:value` tags to filter by."""

    title: str
    url: str
    chips: tuple[Chip, ...] = ()
    blocks: tuple[Block, ...] = ()
    id: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A list of entries; `is_filtered` marks the lists that the browser app gives filters, `level` is of the titles."""

    items: tuple[Entry, ...]
    is_filtered: bool = False
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row; `anchors`, where given, has one for each row."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source: a title that links away, by whom, and the year."""

    title: str
    url: str
    by: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """A list of sources."""

    items: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Links to the previous and the next page; either may be missing."""

    previous: Cell | None = None
    next: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The invitation to mend a page; `url` leads away, empty for our own page about it."""

    file: str
    url: str = ""


Block = (
    Prose
    | Words
    | Heading
    | Chips
    | Fold
    | Code
    | Cards
    | Entries
    | Table
    | References
    | Steps
    | Suggestion
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Attributes:
        url: Address, relative to the site's root.
        title: Heading of the page, plain words.
        description: One sentence for search engines and previews.
        blocks: What it says.
        crumbs: Where it stands: cells from the outermost inwards.
        nav: Key of the sidebar it shows, see `prep_tracker.site.nav`.
        style: Class name of ours on the article.
        id: Id of the question or exercise it shows, for the browser app.
    """

    url: str
    title: str
    description: str
    blocks: tuple[Block, ...]
    crumbs: tuple[Cell, ...] = ()
    nav: str = ""
    style: str = ""
    id: str = ""
