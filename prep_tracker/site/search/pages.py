"""The hand-written pages as search documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prep_tracker.site.search.document import SearchDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)
_HEADING = re.compile(r"^#{2,4} +(.+?) *#*$", re.MULTILINE)
_EXTENSIONS = re.compile(r"\{[:#.][^}\n]*\}|^(?:!!!|\?\?\?\+?) *\w+", re.MULTILINE)
_HTML = re.compile(r"<[^>\n]+>")


def page_documents(docs: Path) -> Iterator[SearchDocument]:
    """Documents of the pages in a folder of Markdown, by path; the home page and the theme are not among them."""
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if name != "index.md" and not name.startswith("_"):
            yield page_document(name, path.read_text(encoding="utf-8"))


def page_document(name: str, text: str) -> SearchDocument:
    """One page: its headings count like key points."""
    body = _HTML.sub(" ", _EXTENSIONS.sub(" ", _FRONT_MATTER.sub("", text, count=1)))
    found = _TITLE.search(body)
    title = (
        found[1]
        if found
        else name.removesuffix(".md").rpartition("/")[2].replace("-", " ").capitalize()
    )
    folder = name.partition("/")[0].replace("-", " ") if "/" in name else ""
    return SearchDocument(
        id=name.removesuffix(".md"),
        kind="page",
        title=title,
        url=name.removesuffix(".md") + ".html",
        fields=(
            title,
            f"documentation {folder}",
            " ".join(_HEADING.findall(body)),
            _TITLE.sub("", body, count=1),
        ),
    )
