"""The workbench: copy a sample, run the command line in a process of its own, check what came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended; each `expect_` returns the run, so that they chain."""

    status: int
    stdout: str
    stderr: str

    def expect(self, status: int) -> Run:
        """It ended with this status, and without a traceback."""
        assert self.status == status, f"status {self.status}\n{self.stdout}\n{self.stderr}"
        assert "Traceback" not in self.stderr, self.stderr
        return self

    def expect_text(self, *parts: str) -> Run:
        """Each part stands in what it printed."""
        for part in parts:
            assert part in self.stdout + self.stderr, (
                f"{part!r} not in\n{self.stdout}\n{self.stderr}"
            )
        return self

    def json(self) -> Any:
        """What it printed on stdout, decoded."""
        return json.loads(self.stdout)


class Workbench:
    """A folder to work in, with its own cache, home and (no) plugins.

    Args:
        folder: Where everything happens.
        command: What runs the command line.
    """

    def __init__(
        self, folder: Path, command: tuple[str, ...] = (sys.executable, "-m", "prep_tracker")
    ) -> None:
        self.folder = folder
        self.command = command
        folder.mkdir(parents=True, exist_ok=True)
        self.environ = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("PREP_TRACKER", "PYTHON", "COLUMNS", "LINES"))
            },
            "HOME": str(folder / "home"),
            "PREP_TRACKER_CACHE": str(folder / "cache"),
            "NO_COLOR": "1",
            "PYTHONPATH": str(ROOT),
        }

    def setenv(self, **values: str) -> Workbench:
        """Set environment variables for what follows."""
        self.environ |= values
        return self

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *arguments: str, stdin: str = "", seconds: float = 300) -> Run:
        """Run the command line in the folder."""
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=self.folder,
            env=self.environ,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)
