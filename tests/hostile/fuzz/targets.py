"""The four targets: each takes whatever it is given and raises `AssertionError` when a promise is broken."""

from __future__ import annotations

import contextlib
import io
import tempfile
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from prep_tracker.errors import InputError, PrepTrackerError, TemplateError
from prep_tracker.loading.companies import read_company
from prep_tracker.loading.emails import read_email
from prep_tracker.loading.exercises import read_exercise
from prep_tracker.loading.load import run_rules
from prep_tracker.loading.questions import read_question
from prep_tracker.loading.report import Report
from prep_tracker.loading.rules import RULES
from prep_tracker.loading.rules.samples import EXERCISE_FILES
from prep_tracker.loading.text import decode_text
from prep_tracker.model.pack import Pack
from prep_tracker.render.anki import render_field
from prep_tracker.render.sandbox import render_sandboxed
from prep_tracker.render.terminal import Screen
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.html import render_inline
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.renderer import Renderer
from prep_tracker.storage.foreign import read_foreign
from prep_tracker.storage.journal import Journal, open_journal
from prep_tracker.storage.transfer import import_readings
from prep_tracker.storage.workspace import create_workspace
from tests.hostile.faults import find_faults

SECONDS = 5.0
"""Of CPU that one input may take."""
PACK = Pack(id="p", title="P", summary="S", licence="L", authors=("a",), schema=1, topics=())
DATA = {
    "company": "Northwind",
    "people": ["Aiko"],
    "interviewer": {"first_name": "Aiko"},
    "promised": "",
}
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
KINDS = {"q": read_question, "e": read_email, "c": read_company}


def expect_sentence(error: PrepTrackerError) -> None:
    """The error says what is wrong and what to do."""
    assert error.message
    assert error.hint


def read(data: bytes) -> None:
    """Any bytes as a pack's file of any kind: problems with line and hint, or an item; never an error."""
    before = time.process_time()
    report = Report("p", "f")
    text = decode_text(data[1:], report)
    if text is None:
        assert report.problems
        return
    kind = chr(data[0]) if data else "q"
    if kind == "x":
        entry = read_exercise({**EXERCISE_FILES, "task.md": text}, "p", "s", report)
    else:
        entry = KINDS.get(kind, read_question)(text, "p", "s", report)
    found = (*entry.problems, *run_rules(RULES, PACK, entry))
    assert entry.item is not None or entry.problems
    assert not [problem for problem in found if problem.code == "broken-rule"]
    assert all(problem.line <= text.count("\n") + 2 and problem.hint for problem in found)
    assert time.process_time() - before < SECONDS


@cache
def _renderer() -> Renderer:
    return Renderer(lambda _: "", Highlighter(), draw_figure)


def render(text: str) -> None:
    """Any Markdown in a page, a terminal and a card: no tag of a stranger's, no byte that a terminal acts on."""
    before = time.process_time()
    text = text[:40_000]
    renderer = _renderer()
    renderer.start_page("p")
    for html in (renderer.render(text, depth=2), render_inline(text)):
        assert not find_faults(html), html
    field = render_field(
        text
    )  # its pictures are taken out later, where they are not the pack's own
    assert not [fault for fault in find_faults(field) if not fault.startswith("img src")], field
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        Screen(width=60, color=False).show(text)
    assert not set(shown.getvalue()) & set("\x1b\x9b\x07\x00\u202e\u2066"), shown.getvalue()
    assert time.process_time() - before < SECONDS


@cache
def _place() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


@cache
def _journal() -> Journal:
    return open_journal(create_workspace(_place() / "prep", ""), now=NOW)


def bring_in(data: bytes, suffix: str) -> None:
    """Any bytes as a file of progress: refused with a sentence, or merged, twice with the same outcome."""
    before = time.process_time()
    path = _place() / f"file{suffix}"
    path.write_bytes(data)
    try:
        reading = read_foreign(path)
    except InputError as error:
        expect_sentence(error)
        return
    import_readings(_journal(), [reading])
    again = import_readings(_journal(), [reading])
    assert again.merge.added == 0
    assert time.process_time() - before < SECONDS


def fill(template: str) -> None:
    """Any template: a text of bounded size, or a sentence; nothing of the program shows."""
    try:
        text = render_sandboxed(template, DATA)
    except TemplateError as error:
        expect_sentence(error)
        return
    for word in ("<class", "<module", "<function", "<built-in", "<bound method", "object at 0x"):
        assert word not in text or word in template, text
