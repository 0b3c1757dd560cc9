"""The warm process: imports what jobs need once, then forks an examiner and a candidate for each job."""

from __future__ import annotations

import ast
import contextlib
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

from prep_tracker.proving.candidate import Answering, restrict_imports
from prep_tracker.proving.examiner import Asking, examine
from prep_tracker.proving.guard import die_with_parent, limit_resources, shut_in

GRACE = 2.0
WAIT = 0.5
BIGGEST_REPORT = 4 * 1024 * 1024
EXAMINER_MEMORY = 2 * 1024**3


def named_modules(source: str) -> list[str]:
    """Modules a piece of code imports at its top level, so that they are loaded once."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return []
    plain = [alias.name for node in body if isinstance(node, ast.Import) for alias in node.names]
    parts = [node.module for node in body if isinstance(node, ast.ImportFrom) and node.module]
    return [name for name in plain + parts if name.partition(".")[0] not in {"judge", "solution"}]


def serve() -> None:
    """Answer jobs, one JSON line each, until the input ends."""
    for line in sys.stdin:
        report = _run_job(json.loads(line))
        sys.stdout.write(json.dumps(report) + "\n")
        sys.stdout.flush()


def _run_job(job: dict[str, Any]) -> dict[str, Any]:
    for name in [*job["requires"], *named_modules(job["tests"]), *named_modules(job["oracle"])]:
        try:
            importlib.import_module(name)
        except ImportError:
            return {
                "verdict": "unavailable",
                "message": f"the tests need {name}, which is not installed",
                "tests": [],
            }
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _examine_and_exit(job, writer)
    os.close(writer)
    started = time.perf_counter()
    text = _read_report(reader, job["seconds"] + GRACE)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    os.close(reader)
    os.waitpid(pid, 0)
    report = _decode_report(text)
    report["seconds"] = round(time.perf_counter() - started, 3)
    return report


def _decode_report(text: bytes) -> dict[str, Any]:
    try:
        report = json.loads(text)
    except ValueError:
        return {"verdict": "crashed", "message": "the tests did not finish", "tests": []}
    return (
        report
        if isinstance(report, dict)
        else {"verdict": "crashed", "message": "no report", "tests": []}
    )


def _read_report(reader: int, seconds: float) -> bytes:
    data, deadline = bytearray(), time.monotonic() + seconds
    while len(data) < BIGGEST_REPORT:
        ready, _, _ = select.select([reader], [], [], max(deadline - time.monotonic(), 0))
        part = os.read(reader, 1 << 16) if ready else b""
        if not part:
            break
        data += part
    return bytes(data)


def _examine_and_exit(job: dict[str, Any], writer: int) -> NoReturn:
    try:
        os.setsid()
        die_with_parent()
        channel, inner = socket.socketpair()
        output, printed = socket.socketpair()
        candidate = os.fork()
        if candidate == 0:
            _answer_and_exit(job, inner, printed)
        inner.close()
        printed.close()
        _become_quiet()
        asking = Asking(channel, output, job["seconds"])
        limit_resources(cpu_seconds=int(job["seconds"]) + 5, memory_bytes=EXAMINER_MEMORY)
        guards = shut_in(Path(job["folder"]), readable=(Path("/proc"),))
        try:
            report = examine(asking, job)
        except BaseException as error:  # noqa: BLE001 - a pack's tests may raise anything while they are read
            report = {
                "verdict": "unavailable",
                "message": f"the tests cannot be read: {type(error).__name__}: {error}",
                "tests": [],
            }
        asking.drain()
        channel.close()
        report["cpu_seconds"] = _cpu_seconds(candidate)
        report |= {
            "printed": asking.printed.decode("utf-8", "replace"),
            "printed_bytes": asking.flood,
            "guards": guards,
        }
        data = json.dumps(report).encode()
        while data:
            data = data[os.write(writer, data) :]
    finally:
        os._exit(0)


def _answer_and_exit(
    job: dict[str, Any], channel: socket.socket, printed: socket.socket
) -> NoReturn:
    try:
        die_with_parent()
        _become_quiet()
        os.dup2(printed.fileno(), 1)
        os.dup2(printed.fileno(), 2)
        _close_all_but(channel.fileno())
        sys.stdin = os.fdopen(0)
        sys.stdout, sys.stderr = os.fdopen(1, "w", buffering=1), os.fdopen(2, "w", buffering=1)
        os.chdir(job["folder"])
        os.environ.clear()
        os.environ.update(
            {"HOME": job["folder"], "TMPDIR": job["folder"], "PATH": "", "LANG": "C.UTF-8"}
        )
        source, requires, folder = job["solution"], job["requires"], Path(job["folder"])
        limits = {"cpu_seconds": int(job["seconds"]) + 1, "memory_bytes": job["memory"]}
        job.clear()
        limit_resources(**limits)
        shut_in(folder)
        restrict_imports(requires)
        Answering(channel).serve(source)
    finally:
        os._exit(0)


def _cpu_seconds(candidate: int) -> float:
    """CPU time of this process and, when it ends by itself now, of the candidate's."""
    import resource

    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(candidate, os.WNOHANG)[0] == 0:
                time.sleep(0.002)
                continue
        break
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return round(sum(one.ru_utime + one.ru_stime for one in used), 4)


def _become_quiet() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)


def _close_all_but(keep: int) -> None:
    os.closerange(3, keep)
    os.closerange(keep + 1, 4096)
