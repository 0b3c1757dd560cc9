"""Run one Python file in a limited process: it cannot hang us, fill the disk, or leave anything behind.

`run_python(file, limits=Limits(...))` is the whole API. What the file prints comes back cut to
size; what it writes to the descriptor named in `PREP_TRACKER_RESULT_FD` comes back as `result`.
This is a guard against accidents and carelessness, not a jail for an attacker.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prep_tracker.proving.pipes import GRACE, Pipes

CHILD = Path(__file__).parent / "child.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a process may use.

    Attributes:
        wall: Seconds by the clock.
        cpu: Seconds of processor time.
        memory: Bytes of address space.
        file_size: Bytes of any one file it writes.
        open_files: Open file descriptors.
        output: Bytes of stdout and of stderr that are kept.
        network: Whether it may use the network; False takes it away where the platform allows.
    """

    wall: float = 20.0
    cpu: int = 10
    memory: int = 3 * 1024**3
    file_size: int = 1024 * 1024
    open_files: int = 64
    output: int = 64 * 1024
    network: bool = False

    def as_request(self, workdir: str) -> dict[str, Any]:
        """The limits as the child reads them."""
        return {
            "wall": self.wall,
            "cpu": self.cpu,
            "memory": self.memory,
            "file_size": self.file_size,
            "open_files": self.open_files,
            "network": self.network,
            "workdir": workdir,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a process ended.

    Attributes:
        status: `ok` (exit status 0), `failed`, `timeout`, `cpu`, `flood` (printed without end),
            `killed` (by a signal) or `broken` (it could not be run or watched).
        exit_code: Its exit status; negative for a signal.
        stdout: What it printed, cut to the limit.
        stderr: The same for stderr.
        result: What it wrote to the result descriptor, cut to the limit.
        seconds: By the clock, without our own work.
        cpu_seconds: Processor time.
        is_isolated: Whether it ran without network and in its own process tree.
    """

    status: str
    exit_code: int
    stdout: str = ""
    stderr: str = ""
    result: bytes = b""
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    is_isolated: bool = False


def kill_session(pid: int) -> None:
    """Kill a process that leads its own group, with the group."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def make_environ(workdir: str) -> dict[str, str]:
    """A small environment: empty home, one thread for each library, UTF-8."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    return {
        **kept,
        **dict.fromkeys(threads, "1"),
        "HOME": workdir,
        "TMPDIR": workdir,
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def judge_outcome(report: bytes, drained: str, limits: Limits) -> dict[str, Any]:
    """Status, exit status, seconds and CPU seconds from the supervisor's report."""
    try:
        said = json.loads(report)
    except ValueError:
        said = {
            "exit": -9,
            "cpu": 0.0,
            "seconds": limits.wall,
            "is_late": drained == "timeout",
            "is_isolated": False,
        }
    code: int = said["exit"]
    if drained == "flood":
        status = "flood"
    elif said["is_late"] or drained == "timeout":
        status = "timeout"
    elif code == 0:
        status = "ok" if report else "broken"
    elif code < 0:
        used_up = said["cpu"] >= limits.cpu - 0.5
        status = "cpu" if used_up or -code == getattr(signal, "SIGXCPU", 0) else "killed"
    else:
        status = "failed"
    return {
        "status": status,
        "exit_code": code,
        "seconds": said["seconds"],
        "cpu_seconds": said["cpu"],
        "is_isolated": said["is_isolated"],
    }


def run_python(
    file: Path,
    *,
    limits: Limits | None = None,
    arguments: Sequence[str] = (),
    files: Mapping[str, bytes] | None = None,
    python: str = sys.executable,
) -> Outcome:
    """Run a Python file (`-I`, stdin closed, empty home) in a folder of its own, and clean up.

    Args:
        file: The script.
        limits: What it may use.
        arguments: Its `sys.argv[1:]`.
        files: Files to put into its working folder, by name.
        python: The interpreter.
    """
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="prep-run-", ignore_cleanup_errors=True) as workdir:
        for name, data in (files or {}).items():
            target = Path(workdir, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if os.name != "posix":
            return _run_simply(file, limits, arguments, workdir, python)
        return _run_supervised(file, limits, arguments, workdir, python)


def _run_supervised(
    file: Path, limits: Limits, arguments: Sequence[str], workdir: str, python: str
) -> Outcome:
    pipes = Pipes(("stdout", "stderr", "report", "result"), limits.output)
    request = {**limits.as_request(workdir), "report": pipes.writers["report"]}
    environ = {**make_environ(workdir), "PREP_TRACKER_RESULT_FD": str(pipes.writers["result"])}
    try:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
            [
                python,
                "-I",
                "-X",
                "utf8",
                str(CHILD),
                "run",
                json.dumps(request),
                str(file.absolute()),
                *arguments,
            ],
            stdin=subprocess.DEVNULL,
            stdout=pipes.writers["stdout"],
            stderr=pipes.writers["stderr"],
            cwd=workdir,
            env=environ,
            pass_fds=(pipes.writers["report"], pipes.writers["result"]),
            start_new_session=True,
        )
        pipes.close_writers()
        try:
            drained = pipes.drain(limits.wall + GRACE)
        finally:
            kill_session(child.pid)
            child.wait()
            pipes.wait_closed()
        judged = judge_outcome(bytes(pipes.kept["report"]), drained, limits)
        return Outcome(
            stdout=pipes.text("stdout"),
            stderr=pipes.text("stderr"),
            result=bytes(pipes.kept["result"]),
            **judged,
        )
    finally:
        pipes.close()


def _run_simply(
    file: Path, limits: Limits, arguments: Sequence[str], workdir: str, python: str
) -> Outcome:
    """Where there is no fork: the wall limit and the cut output only."""
    start = time.monotonic()
    request = json.dumps(limits.as_request(workdir))
    command = [
        python,
        "-I",
        "-X",
        "utf8",
        str(CHILD),
        "run",
        request,
        str(file.absolute()),
        *arguments,
    ]
    environ = make_environ(workdir)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=workdir,
            env=environ,
            timeout=limits.wall,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(status="timeout", exit_code=-9, seconds=limits.wall)
    return Outcome(
        status="ok" if done.returncode == 0 else "failed",
        exit_code=done.returncode,
        stdout=done.stdout[: limits.output].decode(errors="replace"),
        stderr=done.stderr[: limits.output].decode(errors="replace"),
        seconds=time.monotonic() - start,
    )
