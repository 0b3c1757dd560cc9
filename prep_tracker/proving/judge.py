"""Judge a solution: the parent asks a warm process for the verdict and cleans up after it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from prep_tracker.errors import PrepTrackerError
from prep_tracker.model.verdict import Checked, Verdict

if TYPE_CHECKING:
    from prep_tracker.model.exercise import Exercise

SECONDS = 10.0
MEMORY = 1024**3
PATIENCE = 30.0
BOOT = "import sys; sys.path.append(sys.argv[1]); from prep_tracker.proving.judge_server import serve; serve()"


class Judge:
    """A warm process that judges one solution after another; use it as a context manager."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start nothing yet: the first job does."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the warm process and all it started."""
        self.stop()

    def stop(self) -> None:
        """End the warm process and all it started."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def judge(
        self, exercise: Exercise, solution: str, *, oracle: bool = False, backwards: bool = False
    ) -> Verdict:
        """Run the exercise's tests against the code of a solution.

        Args:
            exercise: The exercise.
            solution: Python code.
            oracle: Whether to run the comparisons of `oracle.py` as well.
            backwards: Whether to run the tests in reverse order.

        Raises:
            PrepTrackerError: This system cannot fork, or the judge itself failed.
        """
        with tempfile.TemporaryDirectory(
            prefix="prep-tracker-", ignore_cleanup_errors=True
        ) as folder:
            job = {
                "tests": exercise.tests,
                "oracle": exercise.oracle if oracle else "",
                "solution": solution,
                "requires": list(exercise.requires),
                "seconds": self._seconds,
                "memory": self._memory,
                "backwards": backwards,
                "folder": str(Path(folder).resolve()),
            }
            return decode_verdict(self._ask(job))

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        process = self._process = self._process or _start()
        if process.stdin is None or process.stdout is None:
            raise PrepTrackerError("The judge could not be started.", "Run `prep-tracker doctor`.")
        try:
            process.stdin.write(json.dumps(job).encode() + b"\n")
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], self._seconds + PATIENCE)
            line = process.stdout.readline() if ready else b""
            report: dict[str, Any] = json.loads(line)
        except (OSError, ValueError):
            self.stop()
            return {
                "verdict": "crashed",
                "message": "the judge was killed or did not answer",
                "tests": [],
            }
        return report


def _start() -> subprocess.Popen[bytes]:
    if not hasattr(os, "fork"):
        raise PrepTrackerError(
            "Solutions cannot be run here: this system has no fork.",
            "Use the page in your browser, or WSL.",
        )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "LANG", "LC_ALL", "SYSTEMROOT"}
    }
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(  # noqa: S603 - our own interpreter with fixed arguments
        [sys.executable, "-I", "-c", BOOT, root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, **threads, "PYTHONHASHSEED": "0"},
        start_new_session=True,
    )


def decode_verdict(report: dict[str, Any]) -> Verdict:
    """Verdict of the warm process's report."""
    fields = ("name", "status", "input", "expected", "got", "message")
    tests = tuple(
        Checked(seconds=float(t["seconds"]), **{f: str(t[f]) for f in fields})
        for t in report.get("tests", ())
    )
    return Verdict(
        verdict=str(report["verdict"]),
        message=str(report.get("message", "")),
        tests=tests,
        seconds=float(report.get("seconds", 0.0)),
        cpu_seconds=float(report.get("cpu_seconds", 0.0)),
        printed=str(report.get("printed", "")),
        printed_bytes=int(report.get("printed_bytes", 0)),
        guards=tuple(report.get("guards", ())),
    )
