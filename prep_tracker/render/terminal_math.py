"""LaTeX mathematics as one line of Unicode that can be read aloud and in any terminal."""
# ruff: noqa: RUF001, S105 - mathematical signs are what this module is about; a token is no password

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from prep_tracker.loading.bounds import MAX_FORMULA

TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[{}^_&\[\]]|\s+|[^\\{}^_&\[\]\s]", re.DOTALL)
SUPER = dict(
    zip(
        "0123456789+-=()niTkmjxtabcdefghloprsuvwyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵏᵐʲˣᵗᵃᵇᶜᵈᵉᶠᵍʰˡᵒᵖʳˢᵘᵛʷʸᶻ",
        strict=True,
    )
)
SUB = dict(zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
DROPPED = frozenset(
    [
        "left",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "displaystyle",
        "textstyle",
        "limits",
        "nolimits",
        "mathstrut",
    ]
)
SPACES = {
    ",": " ",
    ";": " ",
    ":": " ",
    " ": " ",
    "!": "",
    "quad": "  ",
    "qquad": "  ",
    "\\": "\n",
    "hspace": " ",
}
PLAIN = frozenset(
    [
        "text",
        "textrm",
        "textit",
        "textbf",
        "textsf",
        "texttt",
        "mathrm",
        "mathbf",
        "mathit",
        "mathsf",
        "mathtt",
        "operatorname",
        "operatorname*",
        "boldsymbol",
        "bm",
        "mbox",
        "pmb",
        "underbrace",
        "overbrace",
        "underline",
        "substack",
        "mathop",
        "mathrel",
    ]
)
FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
ACCENTS = frozenset(
    [
        "hat",
        "bar",
        "tilde",
        "vec",
        "dot",
        "ddot",
        "widehat",
        "widetilde",
        "overline",
        "mathbb",
        "mathcal",
        "mathscr",
        "mathfrak",
    ]
)
WIDE = {"widehat": "hat", "widetilde": "tilde", "overline": "bar"}
OWN = {"mid": " | ", "top": "ᵀ", "intercal": "ᵀ", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "lvert": "|",
       "rvert": "|", "vert": "|", "{": "{", "}": "}", "%": "%", "$": "$", "#": "#", "_": "_", "&": "&",
       "ldots": "…", "cdots": "⋯", "dots": "…", "to": "→", "prime": "′", "colon": ":", "triangleq": "≜"}  # fmt: skip
OPERATORS = frozenset(
    [
        "log",
        "ln",
        "exp",
        "max",
        "min",
        "arg",
        "argmax",
        "argmin",
        "sup",
        "inf",
        "lim",
        "sin",
        "cos",
        "tan",
        "det",
        "dim",
        "ker",
        "Pr",
        "gcd",
        "tanh",
        "sinh",
        "cosh",
        "sec",
    ]
)
RELATIONS = frozenset("=<>≤≥≠≈∼∝→←⇒⇔∈∉⊂⊆±×⋅∧∨↦≡≜")
MOST_DEPTH = 30


class _Reader:
    """Tokens of a formula, read one after the other."""

    def __init__(self, formula: str) -> None:
        self.tokens = TOKEN.findall(formula)
        self.place = 0
        self.depth = 0

    def peek(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.place += 1
        return token

    def skip_space(self) -> None:
        while self.peek().isspace():
            self.place += 1


def render_formula(formula: str) -> str:
    """A formula as text; rows of a display become lines. One that is nested without end stays as written.

    Args:
        formula: LaTeX without the dollar signs.
    """
    try:
        text = _tidy("".join(_pieces(_Reader(formula[:MAX_FORMULA]), "")))
    except RecursionError:
        text = formula[:MAX_FORMULA]
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _tidy(text: str) -> str:
    """One space around relations, none doubled."""
    for sign in RELATIONS:
        text = text.replace(sign, f" {sign} ")
    text = re.sub(r"[^\S\n]+", " ", text)
    return re.sub(r"([(\[{]) | ([)\]},;])", r"\1\2", text)


def _pieces(reader: _Reader, closing: str) -> Iterator[str]:
    """Text of what stands before `closing` (or the end)."""
    reader.depth += 1
    while reader.peek() and reader.peek() != closing and reader.depth <= MOST_DEPTH:
        yield _piece(reader)
    reader.depth -= 1


def _piece(reader: _Reader) -> str:
    """Text of the next thing."""
    token = reader.take()
    if token == "{":
        inner = "".join(_pieces(reader, "}"))
        reader.take()
        return inner
    if token in {"^", "_"}:
        return _script(token, _argument(reader))
    if token.startswith("\\"):
        return _command(reader, token[1:])
    return "" if token in {"&", "}"} else " " if token.isspace() else token


def _argument(reader: _Reader) -> str:
    """Text of one argument: a group or a single thing."""
    reader.skip_space()
    return _piece(reader).strip()


def _script(sign: str, text: str) -> str:
    """Raised or lowered text, in Unicode where it has the signs."""
    table = SUPER if sign == "^" else SUB
    squeezed = text.replace(" ", "").replace("−", "-")
    if sign == "^" and squeezed in {"ᵀ", "′", "∗", "*"}:
        return "*" if squeezed in {"∗", "*"} else squeezed
    if squeezed and all(letter in table for letter in squeezed):
        return "".join(table[letter] for letter in squeezed)
    return f"{sign}{text}" if re.fullmatch(r"[A-Za-zα-ωΑ-Ω]*|.", squeezed) else f"{sign}({text})"


def _wrap(text: str) -> str:
    """Text in parentheses unless it is one word or already in them."""
    return text if re.fullmatch(r"[\w.′ᵀ‖|∂∇√⁰-₟]*(\([^()]*\))?", text) else f"({text})"


def _command(reader: _Reader, name: str) -> str:  # noqa: PLR0911 - one line a kind of command
    """Text of a command and its arguments."""
    if name in SPACES:
        return SPACES[name]
    if name in DROPPED:
        return "" if reader.peek() != "." else reader.take()[1:]
    if name in FRACTIONS:
        above, below = _argument(reader), _argument(reader)
        return f"{_wrap(above)}/{_wrap(below)}"
    if name == "binom":
        return f"C({_argument(reader)}, {_argument(reader)})"
    if name == "sqrt":
        return _root(reader)
    if name in PLAIN:
        return _argument(reader)
    if name in ACCENTS:
        return _accent(name, _argument(reader))
    if name in {"begin", "end"}:
        return _environment(reader, name)
    if name in OPERATORS:
        return f" {name} " if reader.peek() not in {"^", "_", "("} else f" {name}"
    return OWN.get(name) or _symbol(name)


def _root(reader: _Reader) -> str:
    """A root, with its degree where it has one."""
    degree = ""
    if reader.peek() == "[":
        reader.take()
        degree = _script("^", "".join(_pieces(reader, "]")))
        reader.take()
    inner = _argument(reader)
    return f"{degree}√{inner}" if len(inner) == 1 else f"{degree}√({inner})"


def _accent(name: str, inner: str) -> str:
    """An accented letter, or the accent's name around more than one."""
    name = WIDE.get(name, name)
    if len(inner) == 1 or name.startswith("math"):
        return _symbol(f"{name}{{{inner}}}")
    return f"{name}({inner})"


def _environment(reader: _Reader, name: str) -> str:
    """Rows of an array, each on its line, those of a matrix in brackets."""
    kind = _argument(reader).rstrip("*")
    if name == "end":
        return ""
    cells: list[str] = []
    while reader.peek() and reader.peek() != "\\end":
        token = reader.peek()
        cells.append(reader.take().replace("&", " ") if token == "&" else _piece(reader))
    rows = [" ".join(row.split()) for row in "".join(cells).split("\n") if row.strip()]
    if reader.peek() == "\\end":
        reader.take()
        _argument(reader)
    if kind.endswith("matrix") or kind == "array":
        return f"[{'; '.join(rows)}]"
    return "{ " + "; ".join(rows) if kind == "cases" else "\n".join(rows)


@cache
def _symbol(name: str) -> str:
    """A sign by its LaTeX name; the name itself when nothing is known of it."""
    import logging

    from pylatexenc.latex2text import LatexNodes2Text

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    try:
        text = str(
            LatexNodes2Text(math_mode="text").latex_to_text(f"\\{name}", tolerant_parsing=True)
        ).strip()
    except (LookupError, ValueError, TypeError, AttributeError):  # e.g. \href without its arguments
        text = ""
    return text if text and "%s" not in text else re.sub(r"[^A-Za-z]", "", name)
