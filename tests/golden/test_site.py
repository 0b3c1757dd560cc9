"""One question as the site shows it, in HTML and in Markdown, letter by letter."""

from __future__ import annotations

from prep_tracker.catalog import Catalog
from prep_tracker.model.pack import Pack, Topic
from prep_tracker.model.question import Probe, Proof, Section
from prep_tracker.model.source import Source
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.html import HtmlWriter
from prep_tracker.site.library import Library, ProofNote
from prep_tracker.site.markdown import MarkdownWriter
from prep_tracker.site.page import Page
from prep_tracker.site.pages.question import make_question_page
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.renderer import Renderer
from tests.builders import make_question
from tests.golden.compare import expect_golden

ANSWER = """It *shrinks*: $\\lambda < 1$. See [the other](sample/two).

| a | b |
|---|--:|
| 1 | 2 |

```mermaid
flowchart LR
  a[Data] --> b{Enough?}
```
"""
QUESTION = make_question(
    "sample/one",
    ask='"Why does `dropout` help?"',
    needs=("sample/two",),
    sections=(
        Section(
            title="In 30 seconds", text="Because it <script>alert(1)</script> averages.", line=1
        ),
        Section(title="Answer", text=ANSWER, line=3),
        Section(title="Probes", text="### And then?\n\nLess.", line=20),
        Section(title="Proof", text="```python\nassert 1 + 1 == 2\n```", line=24),
    ),
    probes=(Probe(ask="And then?", answer="Less.", line=20),),
    proof=Proof(code="assert 1 + 1 == 2\n", line=24),
    sources=(
        Source(
            title='A "paper" & more', by="Somebody", year=2014, url="https://example.org/?a=1&b=2"
        ),
    ),
    path="questions/overfitting/one.md",
)


def make_library() -> Library:
    other = make_question("sample/two", ask="What is a layer?")
    topic = Topic(id="overfitting", pack="sample", title="Overfitting", tips=(6,))
    pack = Pack(
        id="sample",
        title="Sample <pack>",
        summary="",
        licence="CC0-1.0",
        authors=("somebody",),
        schema=1,
        topics=(topic,),
        questions=(QUESTION, other),
    )
    note = ProofNote(status="passed", when="2026-11-22", versions=("python 3.11.7",), seconds=0.25)
    return Library(catalog=Catalog(packs=(pack,)), proofs={"sample/one": note})


def make_page(library: Library) -> Page:
    return make_question_page(
        library, QUESTION, before=None, after=library.catalog.get_question("sample/two")
    )


def test_a_question_page_in_html() -> None:
    library = make_library()
    renderer = Renderer(library.find_url, Highlighter(), draw_figure)
    expect_golden(
        "site/question.html",
        HtmlWriter(renderer, 2).write_body(make_page(library)).replace("><", ">\n<") + "\n",
    )


def test_a_question_page_in_markdown() -> None:
    library = make_library()
    expect_golden("site/question.md", MarkdownWriter(library.find_url).write(make_page(library)))
