"""The site builder as a child process: hand-written pages and shells in, HTML out."""

from __future__ import annotations

import os
import subprocess
import sys
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING

from prep_tracker.errors import BuildError

if TYPE_CHECKING:
    from pathlib import Path


class Builder(StrEnum):
    """The builders that read `mkdocs.yml`."""

    MATERIAL = "material"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


_MODULES = {
    Builder.MATERIAL: "mkdocs",
    Builder.PROPERDOCS: "properdocs",
    Builder.ZENSICAL: "zensical",
}


def is_installed(builder: Builder) -> bool:
    """Whether the builder can be imported here."""
    return find_spec(_MODULES[builder]) is not None


def run_builder(builder: Builder, stage: Path) -> Path:
    """Build the staged folder, quietly.

    Args:
        builder: Which one.
        stage: Folder with `mkdocs.yml`; the pages land in its `out/`.

    Raises:
        BuildError: It is not installed, or it stopped; the message holds its last words.
    """
    if not is_installed(builder):
        raise BuildError(
            f"the builder {builder} is not installed", f"pip install {_MODULES[builder]}"
        )
    command = [sys.executable, "-W", "ignore", "-m", _MODULES[builder], "build"]
    command += ["--config-file" if builder is not Builder.ZENSICAL else "-f", "mkdocs.yml"]
    if builder is not Builder.ZENSICAL:
        command.append("--quiet")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(  # noqa: S603  (our own interpreter, fixed arguments)
        command,
        cwd=stage,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        words = (done.stderr.strip() or done.stdout.strip()).splitlines()[-3:]
        raise BuildError(
            f"{builder} could not build the pages: {' '.join(words)}", "See mkdocs.yml."
        )
    return stage / "out"
