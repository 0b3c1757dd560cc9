"""`python -m bench.site [COUNT …]`: the whole site against Hugo, Material and Zensical, paired in one run.

Every round runs all contenders one after the other. What is told is processor time of the process tree and its
ratio to ours in the same round (min, median, max), the wall time, and the largest process.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import write_packs
from bench.rivals import list_rivals

ROOT = Path(__file__).parents[1]
OURS = """
import sys
from pathlib import Path
from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site
packs, out, work, search = sys.argv[1:]
catalog = load_catalog(sorted(Path(packs).glob("pack-*")))
build_site(catalog, BuildOptions(out=Path(out), work=Path(work), has_search=search == "search"))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: processor and wall seconds, and the largest process in MB."""

    cpu: float
    wall: float
    memory: float

    def plus(self, other: Run) -> Run:
        """This one after the other."""
        return Run(
            cpu=self.cpu + other.cpu,
            wall=self.wall + other.wall,
            memory=max(self.memory, other.memory),
        )


def run(command: list[str], cwd: Path, environment: dict[str, str]) -> Run:
    """Run a command and take the resources of its whole tree."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[:6]} ended with {process.returncode}")
    return Run(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=time.perf_counter() - start,
        memory=usage.ru_maxrss / 1024,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A name, a command, where it runs, and what is removed before each run."""

    name: str
    command: list[str]
    cwd: Path
    cleared: tuple[Path, ...] = ()
    after: str = ""


def list_contenders(folder: Path, count: int) -> list[Contender]:
    """Ours (cold, without search, and again with nothing changed) and the rivals, with their sources written."""
    packs, own = folder / "packs", folder / "ours"
    write_packs(packs, count)
    own.mkdir()
    cache = folder / "cache"

    def ours(name: str, search: str, *kept: Path) -> Contender:
        out, work = own / f"site-{search}", own / f"work-{search}"
        command = [sys.executable, "-c", OURS, str(packs), str(out), str(work), search]
        return Contender(
            name=name,
            command=command,
            cwd=own,
            cleared=tuple(
                place for place in (out, work, cache, cache / "packs") if place not in kept
            ),
        )

    everything = (own / "site-search", own / "work-search", cache, cache / "packs")
    contenders = [
        ours("ours", "search"),
        ours("ours-unchanged", "search", *everything),
        ours("ours-no-search", "none"),
        ours("ours-theme-kept", "search", cache),
    ]
    for rival in list_rivals():
        home = folder / rival.name
        home.mkdir()
        rival.prepare(home, count)
        contenders.append(
            Contender(
                name=rival.name,
                command=list(rival.command),
                cwd=home,
                cleared=(home / rival.output, home / ".cache", home / "resources")
                if rival.output
                else (),
                after=rival.after,
            )
        )
    return contenders


def measure(count: int, rounds: int) -> dict[str, list[Run]]:
    """Every contender once a round."""
    runs: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        environment = {
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPATH": str(ROOT),
            "PREP_TRACKER_CACHE": str(folder / "cache"),
        }
        contenders = list_contenders(folder, count)
        for _ in range(rounds):
            for contender in contenders:
                for path in contender.cleared:
                    shutil.rmtree(path, ignore_errors=True)
                found = run(contender.command, contender.cwd, environment)
                if contender.after:
                    found = found.plus(runs[contender.after][-1])
                runs.setdefault(contender.name, []).append(found)
                print(
                    f"  {contender.name}: {found.cpu:.2f} CPU s, {found.wall:.2f} s, {found.memory:.0f} MB",
                    file=sys.stderr,
                    flush=True,
                )
    return runs


def render(count: int, runs: dict[str, list[Run]]) -> str:
    """The table of one size."""
    lines = [
        f"{count:,} questions",
        f"{'':18}{'CPU s':>8}{'wall s':>8}{'MB':>7}   ours / it: min  median  max",
    ]
    for name, found in runs.items():
        ratios = sorted(ours.cpu / it.cpu for ours, it in zip(runs["ours"], found, strict=True))
        if name == "hugo-bare":
            bare = sorted(
                ours.cpu / it.cpu for ours, it in zip(runs["ours-no-search"], found, strict=True)
            )
            note = f"   (without search: {statistics.median(bare):.2f})"
        else:
            note = ""
        lines.append(
            f"{name:18}{statistics.median(r.cpu for r in found):8.2f}{statistics.median(r.wall for r in found):8.2f}"
            f"{max(r.memory for r in found):7.0f}   {ratios[0]:.2f}  {statistics.median(ratios):.2f}  {ratios[-1]:.2f}{note}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure at each size and keep the figures in `bench/results/`."""
    counts = [int(text) for text in sys.argv[1:]] or [600, 3_000]
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    for count in counts:
        runs = measure(count, rounds=int(os.environ.get("BENCH_ROUNDS", "3")))
        print(render(count, runs), flush=True)
        kept = {name: [(r.cpu, r.wall, r.memory) for r in found] for name, found in runs.items()}
        (results / f"site-{count}.json").write_text(json.dumps(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
