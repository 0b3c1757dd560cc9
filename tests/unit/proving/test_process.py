"""A limited process: whatever the file does, it ends, it is judged, and nothing is left."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from prep_tracker.proving.process import Limits, Outcome, run_python

QUICK = Limits(wall=30, cpu=1, memory=1024**3, output=4096)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits need POSIX")


def run(tmp_path: Path, code: str, limits: Limits = QUICK) -> Outcome:
    """Run a text as a script."""
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    return run_python(script, limits=limits)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("print('fine')", "ok"),
        ("import sys; sys.exit(3)", "failed"),
        ("raise ValueError('no')", "failed"),
        ("def broken(:", "failed"),
        ("while True: pass", "cpu"),
        ("while True: print('x' * 1000)", "flood"),
        ("import sys\nwhile True: sys.stderr.write('x' * 1000)", "flood"),
        ("x = bytearray(10 * 2**30)", "failed"),
        ("import os\nos.kill(os.getpid(), 9)", "killed"),
        ("import os\nos.abort()", "killed"),
        ("import sys\nsys.setrecursionlimit(50)\ndef f(): f()\nf()", "failed"),
        ("open('big', 'wb').write(b'x' * 2**22)", "failed"),
        ("fs = [open('f', 'w') for _ in range(999)]", "failed"),
        ("assert input() == ''", "failed"),
    ],
)
def test_every_end_has_its_word(tmp_path: Path, code: str, status: str) -> None:
    assert run(tmp_path, code).status == status


def test_sleep_is_ended_by_the_clock(tmp_path: Path) -> None:
    assert run(tmp_path, "import time\ntime.sleep(99)", Limits(wall=1, cpu=1)).status == "timeout"


def test_what_it_prints_is_cut(tmp_path: Path) -> None:
    outcome = run(tmp_path, "print('é' * 5000)")
    assert outcome.status == "ok"
    assert len(outcome.stdout.encode()) <= QUICK.output + 4


def test_result_comes_on_its_own_channel(tmp_path: Path) -> None:
    code = (
        "import os\nprint('said')\nos.write(int(os.environ['PREP_TRACKER_RESULT_FD']), b'result')"
    )
    outcome = run(tmp_path, code)
    assert (outcome.stdout, outcome.result) == ("said\n", b"result")


def test_home_is_empty_and_python_is_isolated(tmp_path: Path) -> None:
    code = "import os, sys\nprint(os.listdir(os.environ['HOME']), sys.flags.isolated, os.environ.get('SECRET'))"
    os.environ["SECRET"] = "token"
    try:
        assert run(tmp_path, code).stdout == "[] 1 None\n"
    finally:
        del os.environ["SECRET"]


def test_what_it_starts_does_not_live_on(tmp_path: Path) -> None:
    mark = tmp_path / "pids"
    mark.mkdir()
    code = (
        "import os, time\n"
        "for _ in range(3):\n"
        "    if os.fork() == 0:\n"
        "        os.setsid()\n"
        "        if os.fork() == 0:\n"
        "            time.sleep(77.125)\n"
        "        os._exit(0)\n"
        "print('started')\n"
    )
    assert run(tmp_path, code).stdout == "started\n"
    assert find_sleepers(tmp_path) == []


def test_a_fork_bomb_ends(tmp_path: Path) -> None:
    code = "import os, time\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        time.sleep(77.125)\n"
    limits = Limits(wall=1, cpu=1, memory=256 * 1024**2)
    assert run(tmp_path, code, limits).status in {"timeout", "cpu", "killed", "failed"}
    assert find_sleepers(tmp_path) == []


def find_sleepers(folder: Path) -> list[int]:
    """Processes that still run the script of this folder; other tests run theirs at the same time."""
    script = str(folder / "script.py").encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            if script in command and state != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's")
def test_no_network_and_no_file_outside(tmp_path: Path) -> None:
    code = (
        "import socket\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError as error:\n    print(error.errno)\n"
        f"try:\n    open({str(tmp_path / 'left')!r}, 'w')\nexcept OSError as error:\n    print(error.errno)\n"
        "open('here', 'w').write('fine')\n"
    )
    outcome = run(tmp_path, code)
    if not outcome.is_isolated:
        pytest.skip("this machine allows no namespaces")
    assert outcome.stdout == "101\n30\n"
    assert not (tmp_path / "left").exists()


def test_signal_numbers_are_negative(tmp_path: Path) -> None:
    assert run(tmp_path, "import os\nos.kill(os.getpid(), 9)").exit_code == -signal.SIGKILL
