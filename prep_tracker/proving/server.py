"""A warm process that has imported the heavy libraries and forks a limited child for each proof."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from prep_tracker.proving.pipes import GRACE, Pipes
from prep_tracker.proving.process import (
    CHILD,
    Limits,
    Outcome,
    judge_outcome,
    kill_session,
    make_environ,
)


def has_fork_server() -> bool:
    """Whether this platform can fork and pass descriptors."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform != "darwin"


class ForkServer:
    """Use as a context manager; `run` may be called from several threads.

    Args:
        modules: What to import before the first proof.
        limits: What each proof may use.
        python: The interpreter.
    """

    def __init__(
        self, modules: Sequence[str], limits: Limits, python: str = sys.executable
    ) -> None:
        self.limits = limits
        self.lock = threading.Lock()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.channel = ours
        self.home = tempfile.TemporaryDirectory(prefix="prep-prove-", ignore_cleanup_errors=True)
        request = {"socket": theirs.fileno(), "modules": list(modules)}
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
            [python, "-I", "-X", "utf8", str(CHILD), "serve", json.dumps(request)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.home.name,
            env=make_environ(self.home.name),
            pass_fds=(theirs.fileno(),),
            start_new_session=True,
        )
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.channel.close()
        kill_session(self.process.pid)
        self.process.wait()
        self.home.cleanup()

    def run(self, code: str, path: str, line: int) -> Outcome:
        """Run a proof in a forked child.

        Args:
            code: Its Python.
            path: Name of the file that it stands in, for messages.
            line: Line of that file on which the code begins.
        """
        pipes = Pipes(("output", "report", "result"), self.limits.output)
        with tempfile.TemporaryDirectory(
            prefix="prep-proof-", ignore_cleanup_errors=True
        ) as workdir:
            Path(workdir, "proof.py").write_text(code, encoding="utf-8")
            request = {**self.limits.as_request(workdir), "path": path, "line": line}
            pid = 0
            try:
                pid = self._ask(request, pipes)
                drained = pipes.drain(self.limits.wall + GRACE)
            except OSError:
                drained = "broken"
            finally:
                if pid:
                    kill_session(pid)
                    pipes.wait_closed()
                pipes.close()
        judged = judge_outcome(bytes(pipes.kept["report"]), drained, self.limits)
        return Outcome(stdout=pipes.text("output"), result=bytes(pipes.kept["result"]), **judged)

    def _ask(self, request: dict[str, object], pipes: Pipes) -> int:
        fds = [pipes.writers[name] for name in ("output", "report", "result")]
        with self.lock:
            socket.send_fds(self.channel, [json.dumps(request).encode()], fds)
            answer = b""
            while not answer.endswith(b"\n"):
                data = self.channel.recv(64)
                if not data:
                    raise ConnectionError
                answer += data
        pipes.close_writers()
        with contextlib.suppress(ValueError):
            return int(answer)
        return 0
