"""Code is colored when the site is built; what was colored once is kept by its content."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from html import escape
from typing import TYPE_CHECKING

from prep_tracker.site.prose.python_code import color_python

if TYPE_CHECKING:
    from pygments.formatters import HtmlFormatter
    from pygments.lexer import Lexer

PLAIN = frozenset({"", "text", "txt"})
PYTHON = frozenset({"python", "py"})


@cache
def _make_formatter() -> HtmlFormatter[str]:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)


@cache
def _find_lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


class Highlighter:
    """Colors code, with a memory that can be kept between builds.

    Attributes:
        known: Colored HTML by digest of language and code.
        used: Digests met since this object was made; the others may be forgotten.
    """

    def __init__(self, known: dict[str, str] | None = None) -> None:
        self.known = known if known is not None else {}
        self.used: set[str] = set()

    def render(self, code: str, language: str) -> str:
        """The block as HTML in the markup of the theme, so that its copy button works."""
        if language in PLAIN:
            inner = escape(code, quote=False)
        else:
            inner = color_python(code) if language in PYTHON else self._color(code, language)
        name = escape(language or "text")
        return (
            f'<div class="language-{name} highlight"><pre><span></span>'
            f'<code tabindex="0">{inner}</code></pre></div>'
        )

    def _color(self, code: str, language: str) -> str:
        digest = blake2b(f"{language}\0{code}".encode(), digest_size=12).hexdigest()
        self.used.add(digest)
        found = self.known.get(digest)
        if found is None:
            found = self.known[digest] = _color_fresh(code, language)
        return found


def _color_fresh(code: str, language: str) -> str:
    from pygments import highlight

    lexer = _find_lexer(language)
    if lexer is None:
        return escape(code, quote=False)
    html: str = highlight(code, lexer, _make_formatter())
    return html
