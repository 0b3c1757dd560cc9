"""A mock and a story through a real terminal: asked, marked, written down."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest

from tests.builders import render_question, write_pack
from tests.workbench import Workbench

SECONDS = 30


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    bench = Workbench(tmp_path / "desk").setenv(PREP_TRACKER_PLUGINS="", TERM="dumb", COLUMNS="80")
    bench.run("init", "ws", "--date", "2099-12-01", "--rounds", "ml-breadth").expect(0)
    write_pack(
        bench.folder / "ws" / "pack",
        {"one": render_question(ask="Why does stopping early regularize?")},
        pack="desk",
    )
    return bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))


def sit(bench: Workbench, *arguments: str) -> pexpect.spawn:
    return pexpect.spawn(
        sys.executable, ["-m", "prep_tracker", *arguments], cwd=str(bench.folder), env=bench.environ, encoding="utf-8", timeout=SECONDS,
        dimensions=(40, 80),
    )  # fmt: skip


def test_a_mock_is_asked_marked_and_kept(bench: Workbench) -> None:
    terminal = sit(bench, "mock", "--round", "ml-breadth", "--minutes", "10", "--seed", "1")
    terminal.expect_exact("Interviewer: Why does stopping early regularize?")
    terminal.expect("Enter")
    terminal.sendline("")
    while terminal.expect(["Interviewer: ", "Which did you say"]) == 0:
        terminal.expect("Enter")
        terminal.sendline("")
    terminal.sendline("1 2")
    for mark in ("clarity", "structure", "depth"):
        terminal.expect(f"{mark} 0-4")
        terminal.sendline("3")
    terminal.expect("Note")
    terminal.sendline("slower next time")
    terminal.expect("Score")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    card = next((bench.folder / "ws" / "drafts").glob("mock-ml-breadth-*.md")).read_text("utf-8")
    assert "slower next time" in card
    assert "| 3 | 3 | 3 |" in card
    progress = bench.run("progress", "--json").expect(0).json()
    assert progress["events"] == 2


def test_q_ends_a_mock_and_writes_nothing(bench: Workbench) -> None:
    terminal = sit(bench, "mock", "--round", "ml-breadth", "--minutes", "10")
    terminal.expect("Enter")
    terminal.expect("Your answer")
    terminal.sendline("q")
    terminal.expect("nothing was written")
    terminal.expect(pexpect.EOF)
    assert not list((bench.folder / "ws" / "drafts").glob("mock-*"))


def test_a_story_is_walked_through(bench: Workbench) -> None:
    terminal = sit(bench, "story", "new", "The quiet alarm")
    for text in (
        "We had an alarm.",
        "I had to quiet it.",
        "I counted, I moved the threshold, I told the team.",
        "Pages fell from 40 to 3.",
        "Count first.",
    ):
        terminal.expect(r"\?[^\n]*\r?\n[^\n]*:")
        terminal.sendline(text)
    terminal.expect("Which does it show")
    terminal.sendline("problem-solving, ownership")
    terminal.expect("story check")
    terminal.expect(pexpect.EOF)
    shown = bench.run("story", "list", "--json").expect(0).json()["stories"]
    assert shown[0]["competencies"] == ["problem-solving", "ownership"]
    assert bench.run("story", "check", "the-quiet-alarm").expect(0).expect_text("no rule objects")


def test_a_missing_field_is_asked_for(bench: Workbench) -> None:
    bench.run("interview", "add", "--company", "Northwind").expect(0)
    terminal = sit(bench, "email", "draft", "nothing", "--interview", "north")
    terminal.expect("There is no template")
    terminal.expect(pexpect.EOF)
