"""The journal at 1k, 10k and 100k events: append, replay, `progress`, and the first question of `review`.

Run: python -m bench.journal [--sizes 1000,10000,100000]
Every figure is processor time (our own, or the child's), the median of several runs, so that a busy machine
disturbs it little; the ratios compare with `python -c pass` on the same machine, and each size with the one
before (linear growth gives a ratio of at most the ratio of the sizes).
"""

from __future__ import annotations

import argparse
import itertools
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage.cards import read_cards
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.profile import TEMPLATE
from prep_tracker.storage.workspace import Workspace, create_workspace

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
QUESTIONS_SHARE = 20
"""Events a question: 100,000 events are over 5,000 questions."""

QUESTION = """\
---
ask: "Question number {number}: what follows from it, and how would you show it?"
topic: topic-{topic}
level: mid
roles: [mle]
rounds: [ml-depth]
minutes: 4
asked: often
sources:
  - {{title: "A book", by: "Somebody", year: 2020, url: "https://example.org/"}}
---

## In 30 seconds

Say this first.

## Answer

{text}

## Key points

- One point.
- Another point.
- A third point.
"""


def make_pack(root: Path, count: int) -> None:
    """A pack with so many questions in twenty topics."""
    topics = "".join(
        f"  - {{id: topic-{number}, title: Topic {number}, tips: [{number % 20 + 1}]}}\n"
        for number in range(20)
    )
    root.mkdir(parents=True)
    (root / "pack.yml").write_text(
        f"id: bench\ntitle: Bench\nsummary: For the bench.\nlicence: CC0-1.0\nauthors: [nobody]\nschema: 1\ntopics:\n{topics}"
    )
    for number in range(count):
        folder = root / "questions" / f"topic-{number % 20}"
        folder.mkdir(parents=True, exist_ok=True)
        text = QUESTION.format(
            number=number, topic=number % 20, text="Some words of an answer. " * 40
        )
        (folder / f"q{number}.md").write_text(text)


def make_events(rng: Random, count: int) -> list[Event]:
    """Reviews over the last year."""
    questions = max(1, count // QUESTIONS_SHARE)
    return [
        Event(
            id=f"{rng.getrandbits(128):032x}",
            kind=EventKind.REVIEW,
            item=f"bench/q{rng.randrange(questions)}",
            at=NOW - timedelta(minutes=rng.randrange(2 * 1440, 365 * 1440)),
            rating=Rating(rng.choices((1, 2, 3, 4), (1, 2, 6, 1))[0]),
            seconds=rng.uniform(20, 200),
        )
        for _ in range(count)
    ]


def median(run: Callable[[], float], times: int = 5) -> float:
    """Median seconds."""
    return statistics.median(run() for _ in range(times))


def wait_for(child: subprocess.Popen[bytes]) -> float:
    """Processor seconds of a child that ends, or was killed."""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def run_command(arguments: list[str], environ: dict[str, str]) -> float:
    """Processor seconds of a command."""
    child = subprocess.Popen([sys.executable, *arguments], env=environ, stdout=subprocess.DEVNULL)
    seconds = wait_for(child)
    if child.returncode:
        raise SystemExit(f"{arguments} ended with {child.returncode}")
    return seconds


def first_question(environ: dict[str, str]) -> float:
    """Processor seconds of `review` until its first question stands in a terminal."""
    near, far = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "prep_tracker", "review"],
        env=environ,
        stdin=far,
        stdout=far,
        stderr=far,
    )
    os.close(far)
    said = b""
    while b"Think aloud" not in said:
        if not select.select([near], [], [], 30)[0]:
            raise SystemExit(said.decode())
        said += os.read(near, 65536)
    child.kill()
    seconds = wait_for(child)
    os.close(near)
    return seconds


def measure(root: Path, size: int) -> dict[str, float]:
    """Seconds of each task at one size."""
    rng = Random(size)
    workspace: Workspace = create_workspace(root / str(size), TEMPLATE)
    make_pack(workspace.root / "pack", max(50, size // QUESTIONS_SHARE))
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PREP_TRACKER_HOME": str(workspace.root), "NO_COLOR": "1",
               "PREP_TRACKER_PLUGINS": "", "PREP_TRACKER_NOW": NOW.isoformat(), "PREP_TRACKER_CACHE": str(root / "cache")}  # fmt: skip
    events = make_events(rng, size)
    found: dict[str, float] = {}
    with open_journal(workspace, now=NOW) as journal:
        start = time.process_time()
        journal.merge(events)
        found["merge"] = time.process_time() - start
        start = time.process_time()
        read_cards(journal, retention=0.9)
        found["replay without cache"] = time.process_time() - start
        read_cards(journal, retention=0.9, cache=workspace.cache)

        def warm() -> float:
            start = time.process_time()
            read_cards(journal, retention=0.9, cache=workspace.cache)
            return time.process_time() - start

        found["cards through cache"] = median(warm)

        def append() -> float:
            event = Event(
                id=f"{rng.getrandbits(128):032x}",
                kind=EventKind.REVIEW,
                item="bench/q1",
                at=NOW,
                rating=Rating.GOOD,
            )
            start = time.process_time()
            journal.append(event)
            return time.process_time() - start

        append()
        found["append, safe on the disk"] = median(append, 20)
    found["progress, nothing cached"] = run_command(["-m", "prep_tracker", "progress"], environ)
    found["progress"] = median(lambda: run_command(["-m", "prep_tracker", "progress"], environ))
    found["review, first question"] = median(lambda: first_question(environ), 7)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1000,10000,100000")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    bare = median(lambda: run_command(["-c", "pass"], dict(os.environ)), 15)
    print(f"python -c pass: {bare * 1000:.1f} ms")
    with tempfile.TemporaryDirectory(prefix="prep-tracker-bench-") as folder:
        found = {size: measure(Path(folder), size) for size in sizes}
    print(f"{'':28}" + "".join(f"{size:>12,}" for size in sizes) + "   growth   x python -c pass")
    for task in found[sizes[0]]:
        row = [found[size][task] for size in sizes]
        growth = " ".join(f"x{after / before:.1f}" for before, after in itertools.pairwise(row))
        times = " ".join(f"{seconds / bare:.0f}" for seconds in row)
        print(
            f"{task:28}"
            + "".join(f"{seconds * 1000:>9.1f} ms" for seconds in row)
            + f"   {growth}   {times}"
        )


if __name__ == "__main__":
    main()
