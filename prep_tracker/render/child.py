"""Run one piece of rendering in a forked child with limits on CPU, memory and output."""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Callable

from prep_tracker.errors import TemplateError

CPU_SECONDS = 2
WALL_SECONDS = 5.0
MEMORY_BYTES = 512 * 1024 * 1024
"""Address space beyond what this process already has: the child inherits all of it."""
OUTPUT_BYTES = 2 * 1024 * 1024


def run_limited(work: Callable[[], str]) -> str:
    """Run `work` in a child and give its text; without `fork` it runs in this process.

    Raises:
        TemplateError: `work` raised it, or the child went over a limit.
    """
    if not hasattr(os, "fork"):
        return work()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _run_child(work, writer)
    os.close(writer)
    try:
        answer = _read_answer(reader)
    finally:
        os.close(reader)
        _end_child(child)
    return _decode_answer(answer)


def _run_child(work: Callable[[], str], writer: int) -> None:
    """Render under limits, write the outcome to the pipe, and leave without clean-up."""
    status = 1
    try:
        _limit_this_process()
        try:
            outcome = {"text": work()}
        except TemplateError as error:
            outcome = {"message": error.message, "hint": error.hint}
        except MemoryError:
            outcome = {
                "message": "The template uses too much memory.",
                "hint": "Simplify the template.",
            }
        data = json.dumps(outcome).encode()
        while data:
            data = data[os.write(writer, data) :]
        status = 0
    finally:
        os._exit(status)


def _limit_this_process() -> None:
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _find_address_space() + MEMORY_BYTES
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _find_address_space() -> int:
    """Bytes of address space in use; 0 where the platform does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no pathlib in the child
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _read_answer(reader: int) -> bytes:
    """All the child writes, or what came until the time or size limit."""
    pieces: list[bytes] = []
    size = 0
    deadline = time.monotonic() + WALL_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([reader], [], [], left)
        if not ready:
            break
        piece = os.read(reader, 65_536)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > OUTPUT_BYTES:
            break
    return b""


def _end_child(child: int) -> None:
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        os.waitpid(child, 0)


def _decode_answer(answer: bytes) -> str:
    if not answer:
        raise TemplateError(
            "The template took too much time, memory or output.", "Simplify the template."
        )
    outcome: dict[str, str] = json.loads(answer)
    if "text" in outcome:
        return outcome["text"]
    raise TemplateError(outcome["message"], outcome["hint"])
