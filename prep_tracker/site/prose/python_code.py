"""Python is colored by one regular expression: most code here is Python, and Pygments takes 30 times as long.

The class names are those of Pygments, so that one style sheet serves both. A test holds the text of every
block of the built-in packs, and most of the colors, against Pygments.
"""

from __future__ import annotations

import builtins
import keyword
import re
from html import escape

_WORDS = frozenset(keyword.kwlist) - {
    "True",
    "False",
    "None",
    "and",
    "or",
    "not",
    "in",
    "is",
    "import",
    "from",
}
_CONSTANTS = frozenset({"True", "False", "None"})
_WORD_OPERATORS = frozenset({"and", "or", "not", "in", "is"})
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
_ERRORS = frozenset(name for name in _BUILTINS if name[0].isupper())
_STRING = r"""(?:[rRbBfFuU]{0,2})(?:\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
_TOKEN = re.compile(
    rf"""(?P<c1>\#[^\n]*)
    |(?P<nd>^[ \t]*@[\w.]+)
    |(?P<def>\b(?:def|class)\b[ \t]+\w+)
    |(?P<s>{_STRING})
    |(?P<m>\b(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?j?)\b|(?<![\w)])\.\d[\d_]*)
    |(?P<attribute>\.[ \t]*[^\W\d]\w*)
    |(?P<word>[^\W\d]\w*)
    |(?P<o>->|:=|\*\*=?|//=?|<<=?|>>=?|[-+*/%@&|^<>=!]=?|~)
    |(?P<p>[()\[\]{{}},:;.]+)""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def color_python(code: str) -> str:
    """The code as HTML with a span for each token that has a color; the text is the code, letter by letter."""
    pieces = []
    end = 0
    for token in _TOKEN.finditer(code):
        start = token.start()
        if start > end:
            gap = code[end:start]
            pieces.append(gap if gap.isspace() else escape(gap, quote=False))
        pieces.append(_color(token))
        end = token.end()
    pieces.append(escape(code[end:], quote=False))
    return "".join(pieces)


def _color(token: re.Match[str]) -> str:
    group, text = token.lastgroup or "", token[0]
    if group == "word":
        return _color_word(text)
    if group == "def":
        word, space, name = re.split(r"([ \t]+)", text, maxsplit=1)
        return f'<span class="k">{word}</span>{space}<span class="n{"f" if word == "def" else "c"}">{name}</span>'
    if group == "attribute":
        return f'<span class="o">.</span>{text[1:]}'
    if group == "p":
        return f'<span class="p">{text}</span>'
    kind = "mi" if group == "m" else group
    return f'<span class="{kind}">{escape(text, quote=False)}</span>'


def _color_word(text: str) -> str:
    if text in _WORDS:
        kind = "k"
    elif text in {"import", "from"}:
        kind = "kn"
    elif text in _CONSTANTS:
        kind = "kc"
    elif text in _WORD_OPERATORS:
        kind = "ow"
    elif text in _ERRORS:
        kind = "ne"
    elif text in _BUILTINS:
        kind = "nb"
    else:
        return text
    return f'<span class="{kind}">{text}</span>'
