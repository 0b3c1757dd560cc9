"""A fresh environment with our wheel, installed by real pip; shared by all tests of installed plugins."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.workbench import ROOT, Workbench

HOOKS_INIT = '''
"""Hooks of a test pack."""

from pathlib import Path

from prep_tracker.hookspecs import hookimpl


@hookimpl
def prep_packs():
    return [Path(__file__).parent]


@hookimpl
def prep_pages(catalog):
    return [("from-a-plugin", "From a plugin", f"{len(catalog.questions)} questions, and a zebrafinch.")]
'''


@dataclass(frozen=True, slots=True)
class Venv:
    """A virtual environment, and the workbench whose commands run in it."""

    folder: Path
    bench: Workbench

    def pip(self, *arguments: str) -> None:
        """Run its pip; wheels are built with the tools of the environment that runs the tests."""
        command = [
            str(self.folder / "bin" / "python"),
            "-m",
            "pip",
            "--disable-pip-version-check",
            *arguments,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        assert done.returncode == 0, done.stdout + done.stderr

    def install(self, project: Path) -> None:
        """Install a project's folder or wheel, without its dependencies."""
        self.pip("install", "--no-deps", "--no-build-isolation", "--no-index", str(project))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("prep_tracker-*.whl"))


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Venv:
    """A fresh environment with our wheel; its dependencies are those of the test environment."""
    folder = tmp_path_factory.mktemp("fresh")
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=300)
    site = next(venv.glob("lib/python*/site-packages"))
    (site / "zz_dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    bench = Workbench(folder / "work dir ä", (str(venv / "bin" / "prep-tracker"),))
    del bench.environ["PYTHONPATH"]
    made = Venv(venv, bench)
    made.install(wheel)
    return made


@pytest.fixture(scope="session")
def community(fresh: Venv) -> Venv:
    """The fresh environment with three community packs: data only, with hooks, and broken."""
    bench = fresh.bench
    bench.run("packs", "new", "data-pack", "--title", "A data pack").expect(0)
    bench.run("packs", "new", "hook-pack", "--hooks").expect(0)
    bench.run("packs", "new", "broken-pack", "--hooks").expect(0)
    bench.write("hook-pack/prep_pack_hook_pack/__init__.py", HOOKS_INIT)
    bench.write(
        "broken-pack/prep_pack_broken_pack/__init__.py", "raise RuntimeError('broken on purpose')\n"
    )
    questions = "prep_pack_data_pack/questions/overfitting"
    only = bench.folder / "data-pack" / questions / "gap-between-training-and-production.md"
    text = only.read_text(encoding="utf-8").replace(
        "badly on new data", "badly on quokka photographs"
    )
    only.write_text(text, encoding="utf-8")
    other = (
        bench.folder
        / "hook-pack/prep_pack_hook_pack/questions/overfitting/gap-between-training-and-production.md"
    )
    other.write_text(text.replace("quokka", "wombat"), encoding="utf-8")
    for name in ("data-pack", "hook-pack", "broken-pack"):
        fresh.install(bench.folder / name)
    return fresh
