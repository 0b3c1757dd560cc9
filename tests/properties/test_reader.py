"""Whatever bytes a pack file holds, reading and checking it gives problems and never an error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prep_tracker.loading.companies import read_company
from prep_tracker.loading.emails import read_email
from prep_tracker.loading.exercises import read_exercise
from prep_tracker.loading.load import run_rules
from prep_tracker.loading.questions import read_question
from prep_tracker.loading.report import Report
from prep_tracker.loading.rules import RULES
from prep_tracker.loading.rules.samples import (
    EXERCISE_FILES,
    SOUND_EMAIL,
    SOUND_QUESTION,
    SOUND_TASK,
)
from prep_tracker.loading.text import decode_text
from prep_tracker.model.pack import Pack

PACK = Pack(id="p", title="P", summary="S", licence="L", authors=("a",), schema=1, topics=())
PIECES = st.sampled_from(
    [
        *(
            "---\n",
            "## Answer\n",
            "### \n",
            "```",
            "```python\n",
            "$",
            "$$\\frac{",
            "<b>",
            "](",
            "[x]: <",
            "|",
            "- ",
            "1. ",
        ),
        *(
            "&a ",
            "*a",
            "!!x ",
            "<<: ",
            "{",
            "[",
            ": ",
            "'",
            '"',
            "%",
            "{{ ",
            "{% if ",
            "\t",
            "    ",
            "é",
            "\U0001f468\u200d",
            "\\",
        ),
        *(
            "ask: ",
            "sources:\n  - ",
            "assert ",
            "def f(:\n",
            "mermaid\n",
            "plot\nlines: [",
            "flowchart LR\n a --> ",
        ),
    ]
)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn, sound: str) -> str:
    """A sound file with a few pieces put in, and a few stretches cut out."""
    text = sound
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 7, 60]))
        text = text[:start] + draw(TEXT) + text[end:]
    return text


def check(text: str, kind: str) -> None:
    """Read the text as a file of this kind, run every rule, and look at the problems."""
    report = Report("p", "f")
    clean = decode_text(text.encode("utf-8", "surrogatepass"), report)
    if clean is None:
        assert report.problems
        return
    if kind == "exercise":
        entry = read_exercise({**EXERCISE_FILES, "task.md": clean}, "p", "s", report)
    else:
        read = {"question": read_question, "email": read_email, "company": read_company}[kind]
        entry = read(clean, "p", "s", report)
    found = (*entry.problems, *run_rules(RULES, PACK, entry))
    assert entry.item is not None or entry.problems
    assert [problem for problem in found if problem.code == "broken-rule"] == []
    assert all(problem.line <= clean.count("\n") + 2 and problem.hint for problem in found)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(TEXT, mutated(SOUND_QUESTION)))
def test_any_question(text: str) -> None:
    check(text, "question")


@settings(max_examples=80, deadline=None)
@given(text=st.one_of(TEXT, mutated(SOUND_TASK)))
def test_any_exercise(text: str) -> None:
    check(text, "exercise")


@settings(max_examples=80, deadline=None)
@given(text=st.one_of(TEXT, mutated(SOUND_EMAIL)))
def test_any_email(text: str) -> None:
    check(text, "email")


@settings(max_examples=50, deadline=None)
@given(text=TEXT)
def test_any_company(text: str) -> None:
    check(text, "company")
