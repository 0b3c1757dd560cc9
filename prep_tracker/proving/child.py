"""Run Python code in a limited process: this file is the child, started by path, standard library only.

Two modes. `run`: one script, then over. `serve`: import heavy libraries once, then fork a limited
child for each request that comes over a socket. Either way the code runs three processes deep: a
supervisor that leads its own session, an `init` of a fresh namespace where the platform allows it,
and the worker. When the worker ends or its time is up, everything it started is killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_NEWNS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x20000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
_MS_REC, _MS_PRIVATE, _MS_BIND = 0x4000, 0x40000, 0x1000
_MOUNT_SETATTR, _AT_FDCWD, _AT_RECURSIVE, _RDONLY = 442, -100, 0x8000, 1
_IS_LINUX = sys.platform == "linux"
MOST_PROCESSES = 64


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _prctl(option: int, value: int) -> None:
    if _IS_LINUX:
        with contextlib.suppress(OSError, AttributeError):
            _libc().prctl(option, value, 0, 0, 0)


def _enter_namespaces(workdir: str, *, network: bool) -> bool:
    """New user, process, mount and network namespaces, where the platform allows them."""
    if not _IS_LINUX:
        return False
    with contextlib.suppress(OSError, AttributeError):
        libc = _libc()
        uid, gid = os.getuid(), os.getgid()
        wanted = _NEWPID | _NEWNS | _NEWIPC | (0 if network else _NEWNET)
        if libc.unshare(_NEWUSER | wanted) != 0:
            return bool(libc.unshare(wanted) == 0 and _only_workdir_writable(libc, workdir))
        for name, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{uid} {uid} 1"),
            ("gid_map", f"{gid} {gid} 1"),
        ):
            Path(f"/proc/self/{name}").write_text(text, encoding="ascii")
        _only_workdir_writable(libc, workdir)
        return True
    return False


def _only_workdir_writable(libc: Any, workdir: str) -> bool:
    """Make every mount read-only but the working folder; True in any case: it is a second guard."""
    libc.mount(None, b"/", None, _MS_REC | _MS_PRIVATE, None)
    here = os.fsencode(workdir)
    if libc.mount(here, here, None, _MS_BIND, None) != 0:
        return True
    attributes = (ctypes.c_uint64 * 4)(_RDONLY, 0, 0, 0)
    if (
        libc.syscall(_MOUNT_SETATTR, _AT_FDCWD, b"/", _AT_RECURSIVE, ctypes.byref(attributes), 32)
        == 0
    ):
        attributes = (ctypes.c_uint64 * 4)(0, _RDONLY, 0, 0)
        libc.syscall(_MOUNT_SETATTR, _AT_FDCWD, here, 0, ctypes.byref(attributes), 32)
    return True


def _set_limits(limits: dict[str, Any], *, in_namespace: bool) -> None:
    try:
        import resource
    except ImportError:
        return
    wanted = [
        (resource.RLIMIT_CPU, limits["cpu"]),
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_FSIZE, limits["file_size"]),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_CORE, 0),
    ]
    if in_namespace:
        wanted.append((resource.RLIMIT_NPROC, MOST_PROCESSES))
    for kind, value in wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value + 1 if kind == resource.RLIMIT_CPU else value))


def _wait(pid: int, seconds: float) -> tuple[int, float, bool]:
    """Wait for a child; exit status, CPU seconds, and whether its time was up."""
    end = time.monotonic() + seconds
    pause = 0.0005
    while True:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done == pid:
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, False
        if time.monotonic() >= end:
            os.kill(pid, signal.SIGKILL)
            _, status, usage = os.wait4(pid, 0)
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, True
        time.sleep(pause)
        pause = min(pause * 2, 0.01)


def _kill_orphans() -> None:
    """Kill what the worker left; as the subreaper, this process inherits all of it."""
    for _ in range(50):
        try:
            children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
            orphans = [int(pid) for pid in children.split()]
        except OSError:
            return
        if not orphans:
            return
        for pid in orphans:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)


def supervise(work: Callable[[], None], limits: dict[str, Any], report: int) -> None:
    """Run `work` in a limited grandchild, report how it ended as one line of JSON, and exit."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    in_namespace = _enter_namespaces(limits["workdir"], network=limits["network"])
    if in_namespace:
        init = os.fork()
        if init:
            os.close(report)
            os.waitpid(init, 0)
            os._exit(0)
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(report)
        _work(work, limits, in_namespace=in_namespace)
    code, cpu, is_late = _wait(pid, limits["wall"])
    seconds = time.monotonic() - start
    if not in_namespace:
        _kill_orphans()
    line = {
        "exit": code,
        "cpu": cpu,
        "seconds": seconds,
        "is_late": is_late,
        "is_isolated": in_namespace,
    }
    os.write(report, json.dumps(line).encode() + b"\n")
    os._exit(0)


def _work(work: Callable[[], None], limits: dict[str, Any], *, in_namespace: bool) -> None:
    code = 1
    try:
        os.chdir(limits["workdir"])
        _set_limits(limits, in_namespace=in_namespace)
        work()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException:  # noqa: BLE001 - whatever the code raises is its own
        with contextlib.suppress(BaseException):
            traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(BaseException):
                stream.flush()
        os._exit(code & 0xFF)


def _run_script(path: str, arguments: list[str]) -> None:
    import runpy

    sys.argv = [path, *arguments]
    runpy.run_path(path, run_name="__main__")


def run_proof(code: str, path: str, line: int, result: int) -> None:
    """Run a proof so that its lines are those of the file it stands in; say on `result` how it ended."""
    said: dict[str, Any] = {"passed": False}
    try:
        tree = compile("\n" * (line - 1) + code, path, "exec")
        names = {"__name__": "__main__", "__builtins__": __builtins__}
        exec(tree, names)  # noqa: S102 - this is what a proof is for
        said = {"passed": True}
    except BaseException as error:  # noqa: BLE001 - a proof may raise anything
        said.update(_explain(error, code, path, line))
    os.write(result, json.dumps(said).encode())


def _explain(error: BaseException, code: str, path: str, line: int) -> dict[str, Any]:
    frames = [
        frame
        for frame in traceback.walk_tb(error.__traceback__)
        if frame[0].f_code.co_filename == path
    ]
    at = frames[-1][1] if frames else getattr(error, "lineno", None) or line
    lines = code.split("\n")
    source = lines[at - line].strip() if 0 <= at - line < len(lines) else ""
    text = " ".join(str(error).split())
    if isinstance(error, AssertionError) and frames:
        text = _show_sides(code, at - line + 1, frames[-1][0]) or text
    return {"line": at, "type": type(error).__name__, "message": text[:500], "source": source[:200]}


def _show_sides(code: str, line: int, frame: Any) -> str:
    """Both sides of the failed comparison, as far as they can be had again."""
    import ast

    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Assert) and node.lineno <= line <= (node.end_lineno or line):
            if not isinstance(node.test, ast.Compare):
                return ""
            shown = []
            for side in (node.test.left, *node.test.comparators):
                part = compile(ast.Expression(side), "", "eval")
                value = eval(part, frame.f_globals, frame.f_locals)  # noqa: S307 - the proof's own words
                shown.append(" ".join(repr(value).split())[:120])
            return " against ".join(shown)
    return ""


def serve(channel: socket.socket, modules: list[str]) -> None:
    """Import the modules, then fork a limited child for each request until the other side hangs up."""
    import importlib
    import warnings

    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    warnings.simplefilter("ignore")
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    warnings.resetwarnings()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        data, fds, _, _ = socket.recv_fds(channel, 65_536, 3)
        if not data:
            return
        pid = os.fork()
        if pid == 0:
            _serve_one(channel, json.loads(data), fds)
        for fd in fds:
            os.close(fd)
        channel.sendall(f"{pid}\n".encode())


def _serve_one(channel: socket.socket, request: dict[str, Any], fds: list[int]) -> None:
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        channel.close()
        output, report, result = fds
        for fd in (1, 2):
            os.dup2(output, fd)
        os.close(output)
        os.environ["HOME"] = os.environ["TMPDIR"] = request["workdir"]
        code = Path(request["workdir"], "proof.py").read_text(encoding="utf-8")
        supervise(
            lambda: run_proof(code, request["path"], request["line"], result), request, report
        )
    finally:
        os._exit(70)


def main() -> None:
    """Start as told on the command line."""
    mode, text, *rest = sys.argv[1:]
    request = json.loads(text)
    if mode == "serve":
        channel = socket.socket(fileno=request["socket"])
        devnull = os.open(os.devnull, os.O_RDWR)
        os.dup2(devnull, 0)
        serve(channel, request["modules"])
        return
    path, *arguments = rest
    if os.name == "posix":
        supervise(lambda: _run_script(path, arguments), request, request["report"])
    os.chdir(request["workdir"])
    _run_script(path, arguments)


if __name__ == "__main__":
    main()
