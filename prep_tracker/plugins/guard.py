"""Call foreign Python so that whatever it does, the rest goes on: a time limit, no prints, all put back.

A plugin is code with the user's rights: this guards against mistakes, not against an attacker.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS = 10.0
"""Seconds by the clock that one call into a plugin may take."""
MAX_CAUSE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """What came of a call.

    Attributes:
        value: What it gave, None when it failed.
        cause: Why it failed, one line; empty when it did not.
        misdeeds: What it should not have done, though it did not fail.
    """

    value: Any = None
    cause: str = ""
    misdeeds: tuple[str, ...] = ()


def describe_error(error: BaseException) -> str:
    """The error as one line, whatever its own `__str__` does."""
    name = str.__str__(type(error).__name__)
    try:
        text = " ".join(str.__str__(str(error)).split())
    except BaseException:  # noqa: BLE001 - a hostile __str__ may raise anything
        text = ""
    return f"{name}: {text}"[:MAX_CAUSE] if text else name[:MAX_CAUSE]


def call_guarded(work: Callable[[], Any], *, seconds: float = SECONDS) -> Guarded:
    """Call `work` in a thread of its own, with prints caught and the process's state put back.

    Args:
        work: Calls the plugin and looks at what it gives; may raise anything.
        seconds: By the clock; a call that takes longer is stopped where that is possible, and left.
    """
    box: dict[str, Any] = {}

    def run() -> None:
        try:
            box["value"] = work()
        except BaseException as error:  # noqa: BLE001 - SystemExit and KeyboardInterrupt of a plugin are its own
            box["cause"] = describe_error(error)

    with _contained() as misdeeds:
        thread = threading.Thread(target=run, daemon=True, name="plugin")
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            _interrupt(thread)
            box = {"cause": f"it took longer than {seconds:g} seconds"}
    return Guarded(value=box.get("value"), cause=box.get("cause", ""), misdeeds=tuple(misdeeds))


def _interrupt(thread: threading.Thread) -> None:
    """Raise SystemExit in the thread, a few times; one that will not stop is left behind."""
    for _ in range(3):
        if thread.ident is not None and thread.is_alive():
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
            )
            thread.join(0.1)


@contextlib.contextmanager
def _contained() -> Iterator[list[str]]:
    """Catch what is printed, and put back what a plugin may have changed; yields the misdeeds."""
    misdeeds: list[str] = []
    streams = (sys.stdin, sys.stdout, sys.stderr)
    state = (list(sys.path), list(sys.argv), sys.getrecursionlimit(), dict(os.environ))
    folder = _current_folder()
    caught = io.StringIO()
    with _quiet_descriptors() as size:
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(), caught, io.StringIO()
        try:
            yield misdeeds
        finally:
            sys.stdin, sys.stdout, sys.stderr = streams
        printed = bool(caught.getvalue()) or size() > 0
    if printed:
        misdeeds.append("it printed to stdout")
    if folder and _current_folder() != folder:
        os.chdir(folder)
        misdeeds.append("it changed the working folder")
    _put_back(state, misdeeds)


def _put_back(state: tuple[list[str], list[str], int, dict[str, str]], misdeeds: list[str]) -> None:
    path, argv, depth, environ = state
    sys.path[:] = path
    sys.argv[:] = argv
    if sys.getrecursionlimit() != depth:
        sys.setrecursionlimit(depth)
        misdeeds.append("it changed the recursion limit")
    if dict(os.environ) != environ:
        os.environ.clear()
        os.environ.update(environ)
        misdeeds.append("it changed the environment")


def _current_folder() -> str:
    try:
        return str(Path.cwd())
    except OSError:
        return ""


@contextlib.contextmanager
def _quiet_descriptors() -> Iterator[Callable[[], int]]:
    """Point descriptors 1 and 2 at a scratch file; yields a call that says how much was written to 1."""
    import tempfile

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    with contextlib.ExitStack() as stack:
        scratch = stack.enter_context(tempfile.TemporaryFile())
        for fd, target in ((1, scratch.fileno()), (2, os.open(os.devnull, os.O_WRONLY))):
            try:
                saved = os.dup(fd)
            except OSError:
                continue
            stack.callback(_restore, saved, fd)
            os.dup2(target, fd)
            if fd == 2:  # noqa: PLR2004 - the descriptor of stderr
                os.close(target)
        yield lambda: os.fstat(scratch.fileno()).st_size


def _restore(saved: int, fd: int) -> None:
    os.dup2(saved, fd)
    os.close(saved)
