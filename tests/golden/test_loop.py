"""One walk through the whole loop: init, plan, story, mock, interview, debrief, e-mail, checklist."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.builders import render_question, write_pack
from tests.golden.compare import expect_golden
from tests.workbench import ROOT, Workbench

ASKS = {
    "train-loss-falls": "Training loss falls and validation loss rises. What is going on?",
    "l1-or-l2": "When would you take L1 rather than L2?",
    "early-stopping": "Why does stopping early regularize?",
    "more-data": "Will more data help this model?",
}


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A learner on a fixed day in Berlin, with a small pack and the e-mail templates of the built-in one."""
    bench = Workbench(tmp_path / "desk").setenv(
        PREP_TRACKER_NOW="2026-11-16T08:00:00+00:00",
        PREP_TRACKER_PLUGINS="",
        TZ="Europe/Berlin",
        LC_ALL="C.UTF-8",
        COLUMNS="100",
    )
    bench.run(
        "init",
        "ws",
        "--role",
        "mle",
        "--level",
        "mid",
        "--date",
        "2026-12-01",
        "--minutes",
        "60",
        "--rounds",
        "ml-breadth",
    ).expect(0)
    pack = write_pack(
        bench.folder / "ws" / "pack",
        {slug: render_question(ask=ask) for slug, ask in ASKS.items()},
        pack="desk",
    )
    shutil.copytree(ROOT / "packs" / "follow-up" / "emails", pack / "emails")
    return bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))


def settle(text: str, bench: Workbench) -> str:
    """Without what differs from run to run: the folder, ids of events."""
    return re.sub(r"[0-9a-f]{32}", "ID", text.replace(str(bench.folder), "DESK"))


def test_the_loop(bench: Workbench) -> None:
    said = []

    def step(*arguments: str) -> None:
        run = bench.run(*arguments).expect(0)
        said.append(settle(f"$ prep-tracker {' '.join(arguments)}\n{run.stdout}", bench))

    step("plan")
    step("story", "new", "The model that forgot weekends", "--competency", "failure", "--part", "Situation=Our forecast missed Sundays.",
         "--part", "Task=I had two weeks to find out why.", "--part", "Action=I split the error by weekday and saw that holidays were coded as Sundays.",
         "--part", "Result=Waste on Sundays fell from 9 to 4 percent in a month.", "--part", "Learned=I check the calendar first.")  # fmt: skip
    step("story", "check")
    step("mock", "--round", "ml-breadth", "--minutes", "20", "--seed", "7", "--draw")
    step("interview", "add", "--company", "Northwind", "--role", "machine-learning engineer", "--starts", "2026-11-16 15:00", "--zone", "Europe/Berlin",
         "--round", "ml-breadth", "--status", "onsite", "--person", "Aiko Tanaka <aiko@example.org>, staff engineer", "--promised", "2026-11-20")  # fmt: skip
    bench.setenv(PREP_TRACKER_NOW="2026-11-16T16:30:00+00:00")
    step(
        "debrief",
        "northwind",
        "--asked",
        "Training loss falls and validation loss rises. What is going on?=1",
        "--asked",
        "How would you shard a vector index?=3",
    )
    step("email", "list")
    step("email", "draft", "repair-weak-answer", "--interview", "northwind", "--set", "me.name=Sam Rivera",
         "--set", "better_answer=The model memorizes. I would compare both curves and stop, regularize or get data.", "--eml")  # fmt: skip
    step("interview", "list", "--ics", "interviews.ics")
    step("checklist")
    expect_golden("loop/transcript.txt", "\n".join(said))
    workspace = bench.folder / "ws"
    for path in sorted(
        [
            *workspace.glob("stories/*.md"),
            *workspace.glob("interviews/*.yml"),
            *workspace.glob("drafts/*.eml"),
        ]
    ):
        expect_golden(f"loop/{path.name}", settle(path.read_text("utf-8"), bench))


def test_what_was_missed_is_due_at_once_and_own_questions_are_kept(bench: Workbench) -> None:
    bench.run("interview", "add", "--company", "Northwind", "--starts", "2026-11-16 09:00").expect(
        0
    )
    done = bench.run(
        "debrief",
        "northwind",
        "--asked",
        "Will more data help this model?=1",
        "--asked",
        "Why do you like graphs?=4",
        "--json",
    ).expect(0)
    asked = {row["text"]: row["question"] for row in done.json()["asked"]}
    assert asked["Will more data help this model?"] == "desk/more-data"
    assert done.json()["due"] == ["desk/more-data"]
    own = bench.folder / "ws" / "pack" / "questions"
    assert list(own.rglob("why-do-you-like-graphs-*.md"))
    assert bench.run("progress", "--json").expect(0).json()["events"] == 2
