"""A review sitting, driven key by key through a real pseudo-terminal."""

from __future__ import annotations

import io
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.builders import render_question, write_pack
from tests.golden.compare import expect_golden
from tests.workbench import Workbench

termios = pytest.importorskip("termios", reason="Windows has no pseudo-terminals")
pexpect = pytest.importorskip("pexpect", reason="pip install pexpect (it is in the dev group)")

ANSWER = """\
With $p(y=1 \\mid x) = \\frac{1}{1+e^{-z}}$ the gradient is $\\nabla_w L = \\sum_i (\\hat{y}_i - y_i)\\, x_i$.

```python
grad = X.T @ (sigmoid(X @ w) - y)
```

| case | slope |
|---|---|
| right and sure | near 0 |
"""
QUESTIONS = {
    "one": render_question(
        ask="Derive the gradient of the logistic loss.", sections={"Answer": ANSWER}
    ),
    "two": render_question(
        ask="When does a model overfit, and how would you show it to a colleague who does not believe you?"
    ),
    "three": render_question(ask="What is a kernel?"),
}
NOW = "2026-11-16T08:00:00+00:00"


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A learner with a pack of three questions, at 60 columns, without color."""
    bench = Workbench(tmp_path / "desk").setenv(
        PREP_TRACKER_NOW=NOW,
        PREP_TRACKER_PLUGINS="",
        TZ="Europe/Berlin",
        LC_ALL="C.UTF-8",
        TERM="xterm-256color",
    )
    bench.run("init", "ws", "--minutes", "60", "--yes").expect(0)
    write_pack(bench.folder / "ws" / "pack", QUESTIONS, pack="desk")
    return bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))


def sit(bench: Workbench, keys: str, *arguments: str, columns: int = 60, **environ: str) -> str:
    """The transcript of a sitting: each key is pressed when the program waits for one."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "prep_tracker", "review", *arguments],
        cwd=str(bench.folder),
        env={**bench.environ, **environ},
        dimensions=(40, columns),
        encoding="utf-8",
        timeout=30,
    )
    child.logfile_read = said = io.StringIO()
    for key in keys:
        wait_for_question(child)
        seen = len(said.getvalue())
        child.send(key)
        while len(said.getvalue()) == seen and child.isalive():
            drain(child)
    while child.isalive():
        drain(child)
    drain(child)
    child.close()
    assert child.exitstatus == 0, said.getvalue()
    return said.getvalue().replace("\r\n", "\n")


def drain(child: object) -> None:
    """Read what there is."""
    with suppress(pexpect.TIMEOUT, pexpect.EOF):
        while True:
            child.read_nonblocking(4096, timeout=0.05)  # type: ignore[attr-defined]


def wait_for_question(child: object) -> None:
    """Until the program has switched the terminal to single keys."""
    limit = time.monotonic() + 30
    while time.monotonic() < limit:
        drain(child)
        if not termios.tcgetattr(child.child_fd)[3] & termios.ICANON:  # type: ignore[attr-defined]
            drain(child)
            return
    pytest.fail("the program never asked for a key")


def read_events(bench: Workbench) -> list[tuple[str, str, int | None]]:
    """What the journal holds afterwards."""
    with closing(sqlite3.connect(bench.folder / "ws" / "journal.db")) as connection:
        return connection.execute("SELECT kind, item, rating FROM events ORDER BY row").fetchall()


def test_golden_transcript(bench: Workbench) -> None:
    said = sit(bench, " yyneyp  1u 3s")
    assert "\x1b" not in said
    assert all(len(line) <= 60 for line in said.split("\n")), [
        line for line in said.split("\n") if len(line) > 60
    ]
    expect_golden("review/sitting.txt", said)
    expect_golden(
        "review/events.txt",
        "".join(f"{kind} {item} {rating}\n" for kind, item, rating in read_events(bench)),
    )


def test_control_c_keeps_what_was_saved(bench: Workbench) -> None:
    said = sit(bench, " 3\x03")
    assert "1 answer saved" in said
    assert read_events(bench) == [("review", read_events(bench)[0][1], 3)]


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_fits_the_terminal(bench: Workbench, columns: int) -> None:
    said = sit(bench, " eyyyy q", columns=columns)
    assert max(len(line) for line in said.split("\n")) <= columns


def test_color_only_where_it_is_wanted(bench: Workbench) -> None:
    assert "\x1b[" in sit(bench, "q", NO_COLOR="")
    assert "\x1b" not in sit(bench, " eq", NO_COLOR="1")
    assert "\x1b" not in sit(bench, " eq", NO_COLOR="", TERM="dumb")


def test_timer_shows_the_seconds_and_stops(bench: Workbench) -> None:
    said = sit(bench, " 3q", "--timer")
    assert re.search(r"\b0:0\d\b", said), said
    assert not re.search(r"\b0:0\d\b", sit(bench, "q"))


def test_o_opens_the_page_in_the_learners_browser(bench: Workbench) -> None:
    opened = bench.folder / "opened"
    browser = bench.folder / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n', encoding="utf-8")
    browser.chmod(0o755)
    environ = {"BROWSER": str(browser), "PREP_TRACKER_SITE": "http://127.0.0.1:8123/prep/"}
    assert "Opened http://127.0.0.1:8123/prep/questions/desk/" in sit(bench, "o oq", **environ)
    assert opened.read_text("utf-8").count("http://127.0.0.1:8123/prep/questions/desk/") == 2
    assert "site serve" in sit(bench, "oq", DISPLAY="", WAYLAND_DISPLAY="", BROWSER="")


def test_no_terminal(bench: Workbench) -> None:
    run = bench.run("review", stdin=" \n3\n\n1\n").expect(0)
    assert "2 answers saved" in run.stdout
    assert "\x1b" not in run.stdout
    bench.run("review", stdin="").expect(0)


def test_closed_pipe(bench: Workbench) -> None:
    command = f"printf ' \\n3\\nq\\n' | {sys.executable} -m prep_tracker review | head -1"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=bench.folder,
        env=bench.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
