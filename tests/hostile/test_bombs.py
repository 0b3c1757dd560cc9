"""Texts that ask for endless work: every renderer and `packs check` answer soon, and no process ends by them."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from pathlib import Path

import pytest

from prep_tracker.loading import load_catalog
from prep_tracker.render.anki import render_field
from prep_tracker.render.terminal import Screen, plain_formulas
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.renderer import Renderer
from prep_tracker.site.search.plain import render_plain
from tests.builders import render_question, write_pack

ROOT = Path(__file__).parents[2]
SIZE = 39_900
"""Characters: almost the most that a field may have."""


def fill(part: str) -> str:
    """The part again and again."""
    return (part * (SIZE // len(part) + 1))[:SIZE]


def nest(before: str, after: str, times: int) -> str:
    """A formula in itself."""
    return f"${before * times}1{after * times}$"


BOMBS = {
    "brackets": fill("["),
    "links": fill("[a]("),
    "images": fill("![["),
    "quotes": fill(">"),
    "spaced quotes": fill("> "),
    "numbered lists": fill("1. "),
    "lists in quotes": fill("> - "),
    "stairs": "\n".join("  " * step + "- a" for step in range(180)),
    "emphasis": fill("*a **a _b "),
    "closers": "*a _b " * 3000 + "_ *" * 3000,
    "ticks": "".join("`" * n + "a" for n in range(1, 270)),
    "dollars": fill("$$a$ "),
    "comments": fill("<!--"),
    "declarations": fill("<![CDATA["),
    "tags": fill("<div><p>"),
    "table": fill("|") + "\n" + fill("|-"),
    "wide table": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|a\n" * 11_000,
    "references": "[a]: /" + "x" * 5000 + "\n\n" + "[a] " * 8000,
    "fences": fill("```\n"),
    "backslashes": fill("\\"),
    "entities": fill("&#x26"),
    "braces": "$" + "{" * 19_000 + "}" * 19_000 + "$",
    "roots": nest("\\sqrt{", "}", 4900),
    "bare roots": nest("\\sqrt ", "", 6500),
    "fractions": nest("\\frac{1}{", "}", 3500),
    "powers": nest("a^{", "}", 9000),
    "matrices": nest("\\begin{matrix}", "\\end{matrix}", 1200),
    "small matrices": nest("\\begin{matrix}", "\\end{matrix}", 70),
    "small roots": nest("\\sqrt ", "", 330),
    "brackets of roots": nest("\\sqrt[", "]{1}", 180),
    "macros": r"$\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c}\d\d$",
    "own macro": r"$\newcommand{\a}{\a\a}\a$",
    "columns": "$\\begin{array}{" + "c" * 30_000 + "}1\\end{array}$",
    "flowchart": "```mermaid\nflowchart TD\n" + "".join(f"  a{n % 40} --> a{n * 7 % 41}\n" for n in range(2400)) + "```",
    "plot": "```plot\ntitle: t\nx: x\ny: y\nlines:\n  - {name: a, points: [" + "[1,2]," * 5000 + "[2,3]]}\n```",
    **{
        f"{language} of {part!r}": f"```{language}\n{fill(part)[:39_000]}\n```"
        for language, part in (
            ("makefile", "("), ("makefile", "a"), ("makefile", "{"), ("makefile", "1"), ("cpp", "\n"), ("c", " "),
            ("markdown", "\n"), ("java", "\n"), ("console", "1"), ("yaml", "* "), ("ini", "a: "), ("typescript", "a."),
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_every_renderer_answers(name: str) -> None:
    text = BOMBS[name]
    renderer = Renderer(lambda _: "", Highlighter(), draw_figure)
    assert "<script" not in renderer.render(text, depth=2)
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        Screen(width=60, color=False).show(text)
    assert len(shown.getvalue()) < 3_000_000
    plain_formulas(text)
    render_plain(text)
    render_field(text)


def test_packs_check_answers(tmp_path: Path) -> None:
    questions = {
        f"q{number}": render_question(sections={"Answer": text})
        for number, text in enumerate(BOMBS.values())
    }
    root = write_pack(tmp_path / "pack", questions)
    found = load_catalog([root], check=True).all_problems
    slugs = {problem.path.rpartition("/")[2] for problem in found}
    assert slugs == {f"{slug}.md" for slug in questions}
    assert {"deep-text", "formula", "field-too-long"} & {problem.code for problem in found} >= {
        "deep-text",
        "formula",
    }


def test_a_section_in_colors_beyond_measure_stays_plain() -> None:
    renderer = Renderer(lambda _: "", Highlighter(), draw_figure)
    block = "```sql\n" + "SELECT 1;\n" * 150 + "```\n\n"
    colored = renderer.render(block * 20, depth=1)
    assert '<span class="k">SELECT</span>' in colored
    assert "SELECT 1;\nSELECT 1;" in colored


def test_a_process_of_its_own_ends_well() -> None:
    """What would end the process, e.g. a recursion in Rust, ends this one and not the tests."""
    code = (
        "from tests.hostile.test_bombs import BOMBS\n"
        "from prep_tracker.site.prose.mathml import render_math\n"
        "for name, text in BOMBS.items():\n"
        "    if text.startswith('$'): render_math(text.strip('$'), is_display=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
