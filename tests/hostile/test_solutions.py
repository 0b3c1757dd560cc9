"""Hostile solutions: none passes, each ends in bounded time with a clear verdict and leaves nothing behind."""

from __future__ import annotations

import ast
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from prep_tracker.proving.judge import Judge
from tests.proving.exercise import make_exercise

FOLDER = Path(__file__).parent / "solutions"
SOLUTIONS = sorted(FOLDER.glob("*.py"))
SECONDS = 2.0
BOUND = 12.0
"""Seconds of the clock in which every verdict must be there, on a busy machine."""


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(seconds=SECONDS, memory=512 * 1024 * 1024) as judge:
        yield judge


def wanted(path: Path) -> set[str]:
    """The verdicts that are right, from the first line of the file."""
    first = path.read_text("utf-8").splitlines()[0]
    return set(ast.literal_eval(first).partition(":")[0].split())


def judges_running() -> set[int]:
    """Processes that carry the judge's command line."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if b"prep_tracker.proving.judge_server" in path.read_bytes():
                found.add(int(path.parent.name))
        except OSError:
            continue
    return found


def test_there_are_enough() -> None:
    assert len(SOLUTIONS) >= 15


def test_an_honest_solution_passes(judge: Judge) -> None:
    verdict = judge.judge(make_exercise(), "def double(x):\n    return 2 * x\n")
    assert verdict.passed, verdict


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_hostile_solution(judge: Judge, path: Path) -> None:
    before = time.monotonic()
    verdict = judge.judge(make_exercise(), path.read_text("utf-8"))
    assert not verdict.passed
    assert verdict.verdict in wanted(path), verdict
    assert verdict.message or any(
        test.status != "passed" and test.message for test in verdict.tests
    )
    assert time.monotonic() - before < BOUND
    assert len(verdict.printed) <= 8192
    assert all(
        len(text) < 1000
        for test in verdict.tests
        for text in (test.input, test.expected, test.got, test.message)
    )


def test_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = judges_running()
    with Judge(seconds=1.0) as judge:
        for name in (
            "daemon",
            "fork_bomb",
            "ignores_signals",
            "fills_its_folder",
            "writes_outside",
            "endless_print",
        ):
            judge.judge(make_exercise(), (FOLDER / f"{name}.py").read_text("utf-8"))
    deadline = time.monotonic() + 10
    while judges_running() - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert judges_running() - before == set()
    assert list(tmp_path.iterdir()) == []
    for place in ("/tmp", "/dev/shm", "/var/tmp", str(Path.home())):
        assert not (Path(place) / "left-by-a-solution").exists()


def test_the_judge_goes_on_after_a_crash(judge: Judge) -> None:
    judge.judge(make_exercise(), (FOLDER / "kills_others.py").read_text("utf-8"))
    assert judge.judge(make_exercise(), "def double(x):\n    return 2 * x\n").passed
