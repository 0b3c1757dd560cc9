"""Markdown, code and mathematics of a question for a terminal of any width, with or without color."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prep_tracker.loading.bounds import MAX_COLORED, find_deep_line

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 88
NARROWEST = 20
SPAN = re.compile(
    r"(?P<fence>^(?P<mark>`{3,}|~{3,})[^\n]*\n.*?^(?P=mark)[`~]*[ \t]*$)"
    r"|(?P<code>(?P<ticks>`+)[^`].*?(?P=ticks))"
    r"|(?P<escaped>\\\$)"
    r"|\$\$(?P<display>.+?)\$\$"
    r"|\$(?P<inline>[^$\n]+?)\$",
    re.DOTALL | re.MULTILINE,
)
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")
_BLOCK = re.compile(
    r"^(?P<open>[ \t>*+-]*(?P<mark>`{3,}|~{3,}))(?P<info>[^\n`]*)\n(?P<code>.*?(?:^[ \t>]*(?P=mark)|\Z))",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS = re.compile(r"^( {0,3}\[[^\]\n]+\]:)[ \t\n]*\S{300,}", re.MULTILINE)
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e0fff]"
)

HIDDEN = re.compile(CONTROL.pattern.replace("\x0b-\x1f", "\x0b-\x1a\x1c-\x1f"))
"""As `CONTROL`, but for the escapes by which rich colors; a character reference cannot bring one in."""


def clean(text: str) -> str:
    """Text without control, bidirectional and invisible characters; lines and tabs stay."""
    return CONTROL.sub("", text)


def render_maths(markdown: str) -> str:
    """Markdown whose formulas have become plain text; code stays as it is."""
    from prep_tracker.render.terminal_math import render_formula

    def replace(match: re.Match[str]) -> str:
        if match["inline"] is not None:
            return _escape(render_formula(match["inline"]).replace("\n", "; "))
        if match["display"] is not None:
            rows = render_formula(match["display"]).split("\n")
            return "\n\n" + "  \n".join(_escape(row) for row in rows) + "\n\n"
        return match[0]

    return SPAN.sub(replace, clean(markdown))


def _bound(markdown: str) -> str:
    """Markdown without what takes rich very long: coloring of large blocks, and long addresses named again and again."""

    def bound(found: re.Match[str]) -> str:
        info = found["info"].strip()
        if len(found["code"]) > MAX_COLORED and info not in {"python", "py"}:
            info = "text"
        return f"{found['open']}{info}\n{found['code']}"

    return _BLOCK.sub(bound, _ADDRESS.sub(r"\1 #", markdown))


def _escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where a sitting is shown.

    Attributes:
        width: Columns for text.
        color: Whether to use bold and color.
    """

    width: int
    color: bool

    @property
    def console(self) -> Console:
        """rich, told what this terminal can do."""
        from rich.console import Console

        return Console(
            width=self.width,
            color_system="auto" if self.color else None,
            force_terminal=self.color,
            highlight=False,
            emoji=False,
            soft_wrap=False,
            legacy_windows=False,
        )

    def say(self, text: str, *, strong: bool = False, indent: str = "") -> None:
        """Plain text, wrapped; formulas in dollar signs become readable."""
        for line in clean(text).split("\n"):
            rows = textwrap.wrap(
                line, self.width, subsequent_indent=indent, break_on_hyphens=False
            ) or [""]
            for row in rows:
                _write(f"\x1b[1m{row}\x1b[0m" if strong and self.color and row else row)

    def show(self, markdown: str) -> None:
        """Markdown, rendered by rich."""
        from rich.markdown import Markdown

        if find_deep_line(markdown):
            self.say(markdown)
            return
        theme = "ansi_dark" if self.color else "bw"
        text = Markdown(
            _bound(render_maths(markdown)), code_theme=theme, hyperlinks=False, justify="left"
        )
        console = self.console
        with console.capture() as capture:
            console.print(text)
        hidden = HIDDEN if self.color else CONTROL
        for row in hidden.sub("", capture.get()).split("\n"):
            _write(row.rstrip())


def plain_formulas(text: str) -> str:
    """One line of text whose formulas are readable and whose Markdown marks are gone."""
    if "$" in text:
        text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!|<>~])", r"\1", render_maths(text))
    return re.sub(r"(\*\*|`)", "", text).strip()


def _write(row: str) -> None:
    """One row on stdout, whatever its encoding can show."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(row.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def make_screen(environ: Mapping[str, str]) -> Screen:
    """The screen that stdout is: color only in a terminal that has it and without `NO_COLOR`."""
    columns = shutil.get_terminal_size((80, 24)).columns
    is_plain = bool(environ.get("NO_COLOR")) or environ.get("TERM", "") in {"", "dumb"}
    color = sys.stdout.isatty() and not is_plain
    return Screen(width=max(NARROWEST, min(columns, WIDEST)), color=color)
