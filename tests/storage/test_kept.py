"""Bookmarks, notes and documents of the page reach the terminal: counted, listed, shown with the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import render_question, write_pack
from tests.workbench import Workbench

NOW = "2026-11-16T08:00:00+00:00"
QUESTION = "desk/one"


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A learner with one question."""
    bench = Workbench(tmp_path / "desk").setenv(PREP_TRACKER_NOW=NOW, PREP_TRACKER_PLUGINS="")
    bench.run("init", "ws", "--minutes", "60", "--yes").expect(0)
    write_pack(bench.folder / "ws" / "pack", {"one": render_question()}, pack="desk")
    return bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))


def line(number: int, kind: str, item: str, **data: object) -> str:
    """A line as the page exports it."""
    event = {
        "v": 1,
        "id": f"{number:032x}",
        "kind": kind,
        "item": item,
        "at": f"2026-11-15T10:00:{number:02d}.000Z",
        "offset": 60,
        "rating": None,
        "seconds": 0,
        "origin": "browser",
        "data": data,
    }
    return json.dumps(event) + "\n"


PAGE = (
    line(1, "bookmark", QUESTION, on=True)
    + line(2, "note", QUESTION, text="Say *why* first.\x1b[31m\n")
    + line(3, "note", "gone/question", text="kept all the same")
    + line(4, "document", "story/rollback", body={"title": "Rollback"})
)


def test_what_the_page_keeps_comes_in_and_is_said(bench: Workbench) -> None:
    bench.write("page.jsonl", PAGE)
    run = bench.run("progress", "import", "page.jsonl").expect(0)
    run.expect_text("4 new events (1 bookmark, 2 notes, 1 document), 0 known before.")
    bench.run("progress", "import", "page.jsonl").expect(0).expect_text("0 new events, 4 known")
    bench.run("progress").expect(0).expect_text("1 bookmark, 2 notes, 1 document")
    found = bench.run("progress", "--json").expect(0).json()
    assert found["bookmarks"] == [QUESTION]
    assert [note["item"] for note in found["notes"]] == [QUESTION, "gone/question"]
    assert found["documents"] == ["story/rollback"]
    assert (found["streak"], found["learned"]) == (0, 0)


def test_note_is_shown_with_the_answer(bench: Workbench) -> None:
    bench.write("page.jsonl", PAGE)
    bench.run("progress", "import", "page.jsonl").expect(0)
    run = bench.run("review", stdin=" \n3\n").expect(0)
    run.expect_text("Your note", "Say why first.")
    assert "\x1b" not in run.stdout
    assert run.stdout.index("In 30 seconds") < run.stdout.index("Your note")


def test_what_is_kept_goes_out_as_it_came_in(bench: Workbench) -> None:
    bench.write("page.jsonl", PAGE)
    bench.run("progress", "import", "page.jsonl").expect(0)
    bench.run("progress", "export", "out.jsonl").expect(0)
    lines = (bench.folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(one) for one in lines[1:]] == [json.loads(one) for one in PAGE.splitlines()]
