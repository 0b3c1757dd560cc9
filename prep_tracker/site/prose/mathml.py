"""LaTeX becomes MathML when the site is built; no script draws mathematics."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING

from prep_tracker.loading.bounds import MAX_FORMULA

if TYPE_CHECKING:
    from math_core import LatexToMathML

WIDE = 26
"""A formula of more characters may be wider than a phone and gets a box that scrolls."""
_TAG = re.compile(
    r"</?(?:m[a-z]+|annotation|semantics)"
    r"(?: (?:accent|accentunder|columnalign|columnlines|columnspacing|depth|display|displaystyle"
    r"|fence|form|height|largeop|linethickness|lspace|mathcolor|mathvariant|maxsize|minsize"
    r"|movablelimits|notation|rowlines|rowspacing|rspace|scriptlevel|separator|stretchy|style"
    r'|symmetric|voffset|width|class|intent|arg)="[-\w .:;,#%()+$]*")*/?>'
)


@cache
def make_converter() -> LatexToMathML:
    """The converter, made once a process."""
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False)


@lru_cache(maxsize=20_000)
def render_math(latex: str, *, is_display: bool) -> str:
    """MathML of one formula; a formula that cannot be read stays as its source, marked.

    What the converter gives is trusted only as far as its tags are known ones.
    """
    mathml = _convert(latex, is_display=is_display) if len(latex) <= MAX_FORMULA else ""
    shown = _TAG.sub("", mathml)
    if not mathml or "<" in shown:
        return f'<code class="pt-math-source">{escape(latex)}</code>'
    if is_display or len(unescape(shown)) > WIDE:
        style = "pt-math" if is_display else "pt-math-wide"
        return (
            f'<span class="{style}" tabindex="0" role="group" aria-label="Formula">{mathml}</span>'
        )
    return mathml


def _convert(latex: str, *, is_display: bool) -> str:
    """The converter's MathML; empty when it gives none. A panic of the Rust code is a BaseException."""
    try:
        return make_converter().convert_with_local_state(latex, displaystyle=is_display)
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - see above
        return ""
