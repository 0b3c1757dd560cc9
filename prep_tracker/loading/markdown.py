"""The Markdown of packs: CommonMark with tables, strikethrough and mathematics."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any


@cache
def markdown_parser() -> Any:
    """The one parser that rules and the site share (a `pyromark.Markdown`)."""
    import pyromark

    options = pyromark.Options
    return pyromark.Markdown(
        options=options.ENABLE_TABLES | options.ENABLE_STRIKETHROUGH | options.ENABLE_MATH,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One event of the parser that rules care about.

    Attributes:
        kind: `html`, `math`, `display-math`, `link`, `image`, `code`, `heading`, `text`.
        text: The HTML, formula, address, code or plain text.
        info: Language of a code block, level of a heading.
        line: 1-based line within the text.
        column: 1-based column within the line.
    """

    kind: str
    text: str
    line: int
    column: int
    info: str = ""


_LEAVES = {
    "Html": "html",
    "InlineHtml": "html",
    "InlineMath": "math",
    "DisplayMath": "display-math",
    "Text": "text",
}


class _Lines:
    """Turns offsets in UTF-8 bytes into line and column."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.starts = [0]
        at = self.data.find(b"\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = self.data.find(b"\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        return line, len(self.data[start:offset].decode(errors="replace")) + 1


def find_tokens(text: str) -> Iterator[Token]:
    """What a Markdown text is made of, in order, as far as rules care."""
    lines = _Lines(text)
    code: Token | None = None
    for event, span in markdown_parser().events_with_range(text, merge_text=True):
        if not isinstance(event, dict):
            continue
        name, value = next(iter(event.items()))
        if code is not None:
            if name == "Text":
                code = Token(
                    kind="code",
                    text=code.text + value,
                    info=code.info,
                    line=code.line,
                    column=code.column,
                )
            elif name == "End" and value == "CodeBlock":
                yield code
                code = None
            continue
        line, column = lines.place(span["start"])
        if name in _LEAVES:
            yield Token(kind=_LEAVES[name], text=value, line=line, column=column)
        elif name == "Start" and isinstance(value, dict):
            found = _start(value, line, column)
            if found is not None and found.kind == "code":
                code = found
            elif found is not None:
                yield found


def _start(value: dict[str, Any], line: int, column: int) -> Token | None:
    name, data = next(iter(value.items()))
    if name in {"Link", "Image"}:
        return Token(
            kind=name.lower(),
            text=data["dest_url"],
            info=data["link_type"],
            line=line,
            column=column,
        )
    if name == "CodeBlock":
        info = data.get("Fenced", "") if isinstance(data, dict) else ""
        return Token(kind="code", text="", info=info.strip(), line=line, column=column)
    if name == "Heading":
        return Token(
            kind="heading", text="", info=str(data.get("level", "")), line=line, column=column
        )
    return None


@lru_cache(maxsize=128)
def read_tokens(text: str) -> tuple[Token, ...]:
    """`find_tokens`, remembered for the many rules that ask about the same text."""
    return tuple(find_tokens(text))
