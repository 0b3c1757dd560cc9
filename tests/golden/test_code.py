"""The code command from start to a pass, as the learner sees it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.builders import MANIFEST
from tests.golden.compare import expect_golden
from tests.workbench import ROOT, Workbench

SOURCE = ROOT / "packs" / "coding" / "exercises" / "edit-distance"


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A learner on a fixed day, with one exercise in the private pack."""
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
        "coding",
    ).expect(0)
    pack = bench.folder / "ws" / "pack"
    shutil.copytree(SOURCE, pack / "exercises" / "edit-distance")
    (pack / "pack.yml").write_text(MANIFEST.format(id="desk"), "utf-8")
    task = pack / "exercises" / "edit-distance" / "task.md"
    lines = [
        line for line in task.read_text("utf-8").splitlines() if not line.startswith("covers:")
    ]
    task.write_text(
        "\n".join("topic: overfitting" if line.startswith("topic:") else line for line in lines)
        + "\n",
        "utf-8",
    )
    return bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))


def test_start_fail_hint_pass(bench: Workbench) -> None:
    said = []

    def step(status: int, *arguments: str) -> None:
        run = bench.run(*arguments).expect(status)
        text = f"$ prep-tracker {' '.join(arguments)}\n{run.stdout}{run.stderr}".replace(
            str(bench.folder), "DESK"
        )
        said.append(text)

    step(0, "code", "list")
    step(0, "code", "start", "edit-distance")
    folder = bench.folder / "ws" / "code" / "desk" / "edit-distance"
    said.append((folder / "task.md").read_text("utf-8"))
    (folder / "solution.py").write_text(
        (SOURCE / "mutants" / "greedy.py").read_text("utf-8"), "utf-8"
    )
    bench.setenv(PREP_TRACKER_NOW="2026-11-16T08:12:00+00:00")
    step(1, "code", "check", "edit-distance")
    step(0, "code", "hint", "edit-distance")
    (folder / "solution.py").write_text((SOURCE / "solution.py").read_text("utf-8"), "utf-8")
    bench.setenv(PREP_TRACKER_NOW="2026-11-16T08:25:00+00:00")
    step(0, "code", "check", "edit-distance")
    step(0, "code", "list", "--done")
    expect_golden("code/transcript.txt", "\n".join(said))
    bench.run("progress", "export", "out.jsonl").expect(0)
    events = [
        json.loads(line) for line in (bench.folder / "out.jsonl").read_text("utf-8").splitlines()
    ]
    attempts = [event for event in events if event.get("kind") == "attempt"]
    assert [event["data"]["passed"] for event in attempts] == [False, True]
    assert [event["data"]["hints"] for event in attempts] == [0, 1]
    assert [event["seconds"] for event in attempts] == [720, 780]


def test_an_attempt_is_never_overwritten(bench: Workbench) -> None:
    bench.run("code", "start", "edit-distance").expect(0)
    folder = bench.folder / "ws" / "code" / "desk" / "edit-distance"
    (folder / "solution.py").write_text("mine = 1\n", "utf-8")
    bench.run("code", "start", "edit-distance").expect(1).expect_text("already", "--again")
    assert (folder / "solution.py").read_text("utf-8") == "mine = 1\n"
    bench.run("code", "start", "edit-distance", "--again").expect(0)
    bench.run("code", "start", "edit-distance", "--again").expect(0)
    assert (folder / "attempt-1" / "solution.py").read_text("utf-8") == "mine = 1\n"
    assert (folder / "attempt-2" / "task.md").is_file()


def test_json_of_list_and_check(bench: Workbench) -> None:
    rows = bench.run("code", "list", "--json").expect(0).json()
    assert {"id", "title", "level", "minutes", "requires", "tests", "mutants", "done"} <= set(
        rows[0]
    )
    assert (rows[0]["id"], rows[0]["done"], rows[0]["mutants"]) == ("desk/edit-distance", False, 5)
    path = bench.write("mine.py", (SOURCE / "solution.py").read_text("utf-8"))
    report = (
        bench.run("code", "check", "edit-distance", "--file", str(path), "--json").expect(0).json()
    )
    assert (report["passed"], report["verdict"], len(report["tests"])) == (
        True,
        "passed",
        rows[0]["tests"],
    )
    assert {"name", "status", "expected", "got", "message"} <= set(report["tests"][0])
    assert bench.run("code", "list", "--json").expect(0).json()[0]["done"]
    path.write_text("def edit_distance(:", "utf-8")
    bench.setenv(PREP_TRACKER_NOW="2026-11-16T09:00:00+00:00")
    report = (
        bench.run("code", "check", "edit-distance", "--file", str(path), "--json").expect(1).json()
    )
    assert (report["passed"], report["verdict"], report["tests"]) == (False, "broken", [])
    assert not bench.run("code", "list", "--json").expect(0).json()[0]["done"]


def test_filters(bench: Workbench) -> None:
    for given, count in (
        (("--level", "junior"), 1), (("--level", "staff"), 0), (("--minutes", "5"), 0), (("--minutes", "20"), 1),
        (("--topic", "overfitting"), 1), (("--topic", "desk/overfitting"), 1), (("--topic", "sql"), 0), (("--done",), 0), (("--todo",), 1),
    ):  # fmt: skip
        assert len(bench.run("code", "list", *given, "--json").expect(0).json()) == count, given


def test_the_solution_is_shown_after_an_attempt(bench: Workbench) -> None:
    bench.run("code", "solution", "edit-distance").expect(1).expect_text("not tried", "--anyway")
    bench.run("code", "solution", "edit-distance", "--anyway").expect(0).expect_text(
        "def edit_distance", "Edge cases"
    )
    bench.run("code", "start", "edit-distance").expect(0)
    bench.run("code", "check", "edit-distance").expect(1)
    bench.run("code", "solution", "edit-distance").expect(0).expect_text(
        "--- yours", "+++ reference", "-    raise NotImplementedError"
    )
    folder = bench.folder / "ws" / "code" / "desk" / "edit-distance"
    (folder / "solution.py").write_text((SOURCE / "solution.py").read_text("utf-8"), "utf-8")
    due = bench.run("code", "check", "edit-distance", "--json").expect(0).json()["due"]
    assert due < "2026-11-18"


def test_hints_come_one_by_one(bench: Workbench) -> None:
    bench.run("code", "hint", "edit-distance").expect(1).expect_text("was not started")
    bench.run("code", "start", "edit-distance").expect(0)
    for number in (1, 2, 3):
        bench.run("code", "hint", "edit-distance").expect(0).expect_text(f"Hint {number} of 3")
    bench.run("code", "hint", "edit-distance").expect(0).expect_text(
        "Hint 1 of 3", "Hint 3 of 3", "These were all"
    )


def test_whiteboard_reviews_then_tests(bench: Workbench) -> None:
    run = bench.run(
        "code", "whiteboard", "edit-distance", "--minutes", "0.001", stdin="\ny\ny\nn\ny\ny\n"
    ).expect(1)
    run.expect_text("whiteboard.txt", "Rubric: 4 of 5", "0 of 12 tests passed")
    folder = bench.folder / "ws" / "code" / "desk" / "edit-distance"
    assert not (folder / "solution.py").exists()
    bench.run("code", "list").expect(0).expect_text("next 2026-11")


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[]",
        '{"started": 5}',
        '{"started": "x", "counted": "y", "hints": 0, "seen": false, "number": 0}',
        "\x00" * 50,
    ],
)
def test_a_damaged_note_does_not_stop_anybody(bench: Workbench, note: str) -> None:
    bench.run("code", "start", "edit-distance").expect(0)
    folder = bench.folder / "ws" / "code" / "desk" / "edit-distance"
    (folder / "attempt.json").write_text(note, "utf-8")
    bench.run("code", "check", "edit-distance").expect(1).expect_text("0 of 12 tests passed")
    bench.run("code", "hint", "edit-distance").expect(0).expect_text("Hint 1 of 3")


def test_mistakes_get_two_lines(bench: Workbench) -> None:
    bench.run("code", "start", "edit-distnce").expect(1).expect_text(
        "error: There is no exercise", "hint: did you mean desk/edit-distance"
    )
    bench.run("code", "check", "edit-distance").expect(1).expect_text(
        "was not started", "code start"
    )
    bench.run("code", "check", "edit-distance", "--file", "nowhere.py").expect(1).expect_text(
        "nowhere.py cannot be read"
    )
    bench.run("code", "start", "edit-distance").expect(0)
    (bench.folder / "ws" / "code" / "desk" / "edit-distance" / "solution.py").unlink()
    bench.run("code", "check", "edit-distance").expect(1).expect_text(
        "no solution that a runner knows"
    )
