"""Untrusted Markdown: what may stay stays, what runs or reaches out goes, our own parts are put in."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_tracker.loading import load_catalog
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.python_code import color_python
from prep_tracker.site.prose.renderer import Renderer

ADDRESSES = {"pack/slug": "questions/pack/slug.html"}
TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "a",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "math",
        "mrow",
        "mi",
        "mo",
        "mn",
        "mtext",
        "mspace",
        "msub",
        "msup",
        "msubsup",
        "mfrac",
        "mstyle",
        "munder",
        "mover",
        "munderover",
        "msqrt",
        "mtable",
        "mtr",
        "mtd",
        "figure",
        "figcaption",
        "svg",
        "title",
        "desc",
        "g",
        "rect",
        "path",
        "polygon",
        "text",
        "tspan",
    ]
)
ATTRIBUTES = frozenset(
    [
        "class",
        "href",
        "title",
        "rel",
        "style",
        "start",
        "tabindex",
        "role",
        "aria-label",
        "display",
        "xmlns",
        "viewbox",
        "width",
        "height",
        "d",
        "points",
        "x",
        "y",
        "rx",
        "stretchy",
        "lspace",
        "rspace",
        "mathvariant",
        "transform",
    ]
)


class Tags(HTMLParser):
    """The tags of some HTML with their attributes, as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def expect_harmless(out: str) -> None:
    """No tag and no attribute but those that we mean, and no address but those of the site and http(s)."""
    for tag, attributes in Tags(out).found:
        assert tag in TAGS, out
        assert attributes.keys() <= ATTRIBUTES, out
        assert "://" not in (attributes.get("style") or ""), out
        address = attributes.get("href")
        assert address is None or re.match(r"https?://|mailto:|(?:\.\./)*questions/", address), out


def render(text: str, depth: int = 2) -> str:
    renderer = Renderer(lambda name: ADDRESSES.get(name, ""), Highlighter(), draw_figure)
    return renderer.render(text, depth=depth)


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "![x](https://elsewhere.example/p.png)",
        '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">',
        '<base href="https://elsewhere.example/">',
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<form action=https://elsewhere.example><input name=q></form>",
        '<a id="__config" name="x" data-md-component="x">x</a>',
        '<pre class="mermaid">graph TD</pre>',
        "<div style='background:url(https://elsewhere.example/x)'>x</div>",
        "```html\n</code></pre><script>alert(1)</script>\n```",
        "```python\n</code></pre><script>alert(1)</script>\n```",
        '```mermaid\nflowchart LR\n  a[<script>alert(1)</script>] --> b["<img src=x onerror=alert(1)>"]\n```',
        "```plot\ntitle: \"<script>alert(1)</script>\"\nx: x\ny: y\nbars:\n  - {name: '</text><script>', value: 1}\n```",
        r"$\text{<script>alert(1)</script>}$",
        r"$\href{javascript:alert(1)}{x}$",
        '[x](pack/slug "<table><script>alert(1)</script>")',
        '<a href="https://x.example/<table><img src=x onerror=alert(1)>">x</a>',
        '<a title="<pre><code>x</code></pre><script>alert(1)</script>" href="https://x.example">x</a>',
        '<span class="math math-inline">x</span><span class="math"><b onclick=alert(1)>y</b></span>',
        "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
        "<template><script>alert(1)</script></template>",
        "<!--><script>alert(1)</script>-->",
    ],
)
def test_nothing_that_runs_or_reaches_out_is_left(payload: str) -> None:
    out = render(payload)
    expect_harmless(out)
    assert "<script" not in out.lower()


@given(st.lists(st.sampled_from(["<", ">", '"', "'", "`", "$", "|", "\n", "[", "](", ")", "<table>", "<script>", "onerror=",
                                 "<a href=", "```", "<img ", "&lt;", "<pre><code>", "title=", "x", " ", "\\"]), max_size=40))  # fmt: skip
def test_no_mixture_of_marks_opens_a_tag_of_its_own(parts: list[str]) -> None:
    expect_harmless(render("".join(parts)))


def test_a_link_to_a_question_leads_there_from_the_page_s_depth() -> None:
    assert '<a href="../../questions/pack/slug.html">x</a>' in render("[x](pack/slug)")
    assert '<a href="questions/pack/slug.html">x</a>' in render("[x](pack/slug)", depth=0)


def test_a_link_to_nothing_is_only_words() -> None:
    assert "<a>x</a>" in render("[x](pack/missing)")
    assert "<a>x</a>" in render("[x](//elsewhere.example/x)")


def test_a_link_away_says_noopener() -> None:
    assert '<a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer">' in render(
        "[x](https://x.example/?a=1&b=2)"
    )


def test_formulas_become_mathml_and_wide_ones_scroll() -> None:
    assert "<math><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>" in render("$x < 1$")
    assert (
        '<span class="pt-math" tabindex="0" role="group" aria-label="Formula"><math display="block">'
        in render("$$x$$")
    )


def test_a_formula_that_cannot_be_read_shows_its_source() -> None:
    assert '<code class="pt-math-source">\\nosuch{x}</code>' in render(r"$\nosuch{x}$")


def test_tables_keep_alignment_and_scroll_in_a_box_of_their_own() -> None:
    out = render("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert '<div class="pt-table" tabindex="0"' in out
    assert 'style="text-align: right"' in out


def test_code_in_a_language_without_colors_is_shown_as_it_is() -> None:
    assert "a &lt; b" in render("```text\na < b\n```")
    assert "a &lt; b" in render("```nosuchlanguage\na < b\n```")


def test_other_languages_are_colored_by_pygments() -> None:
    assert '<span class="k">SELECT</span>' in render("```sql\nSELECT 1\n```")


def strip(colored: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", colored))


def test_coloring_python_changes_no_letter_of_any_built_in_block() -> None:
    codes = [q.proof.code for q in load_catalog().questions if q.proof]
    assert len(codes) > 50
    for code in codes:
        assert strip(color_python(code)) == code


@given(st.text(alphabet="ab \n'\"\\#@.0x_(<>&=)", max_size=60))
def test_coloring_python_changes_no_letter_of_anything(code: str) -> None:
    colored = color_python(code)
    assert strip(colored) == code
    assert "<script" not in colored


def test_python_has_the_colors_of_pygments() -> None:
    colored = color_python(
        '@cache\ndef f(x: int) -> str:\n    """Why."""\n    return f"{x}" if x is not None else 1.5  # end\n'
    )
    for part in ('<span class="nd">@cache</span>', '<span class="k">def</span> <span class="nf">f</span>',
                 '<span class="nb">int</span>', '<span class="s">"""Why."""</span>', '<span class="kc">None</span>',
                 '<span class="ow">not</span>', '<span class="mi">1.5</span>', '<span class="c1"># end</span>'):  # fmt: skip
        assert part in colored
