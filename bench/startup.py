"""What a command costs before it says its first word: `python -m bench.startup [ROUNDS]`.

The built-in packs and a journal of 20,000 events, everything that is kept between runs is there. Each round runs
`python -c pass` and every command in turn; told are the processor time and its ratio to the bare interpreter of
the same round (min, median, max), and how many modules are imported.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bench.journal import first_question, make_events, run_command, wait_for
from prep_tracker.loading import load_catalog
from prep_tracker.storage.interviews import add_interview
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.profile import TEMPLATE
from prep_tracker.storage.workspace import create_workspace

ROOT = Path(__file__).parent.parent
EVENTS = 20_000
RUN = "from prep_tracker.cli.main import main; main()"
COMMANDS: dict[str, tuple[list[str], int]] = {
    "--help": (["--help"], 5),
    "completion": ([], 5),
    "packs list": (["packs", "list"], 10),
    "today": (["today"], 10),
    "checklist": (["checklist"], 10),
    "search": (["search", "why", "not", "accuracy", "on", "imbalanced", "data"], 10),
    "email draft": (
        [
            "email",
            "draft",
            "thank-you-interviewer",
            "--interview",
            "{interview}",
            "--set",
            "link_to_work=https://example.org",
        ],
        10,
    ),
}
"""What follows `prep-tracker`, and the ratio that is aimed at."""
INTERVIEW = {
    "company": "Northwind",
    "role": "mle",
    "people": [
        {
            "name": "Aiko Tanaka",
            "role": "Staff engineer",
            "discussed": "how your team finds drift",
            "learned": "that labels arrive a month late",
        }
    ],
}


def prepare(folder: Path) -> tuple[dict[str, str], str]:
    """A workspace with a journal and an interview; gives the environment and the interview's id."""
    workspace = create_workspace(folder / "me", TEMPLATE.replace('name: ""', "name: Sam Doe"))
    ids = [question.id for question in load_catalog().questions]
    now = datetime.fromtimestamp(time.time(), UTC)
    rng = Random(20_000)
    events = [replace(event, item=rng.choice(ids)) for event in make_events(rng, EVENTS)]
    with open_journal(workspace, now=now) as journal:
        journal.merge(events)
    interview = add_interview(workspace, INTERVIEW)
    environ = {
        **os.environ,
        "PREP_TRACKER_HOME": str(workspace.root),
        "PREP_TRACKER_CACHE": str(folder / "cache"),
        "NO_COLOR": "1",
    }
    return environ, interview.id


def measure_command(arguments: list[str], environ: dict[str, str]) -> float:
    """Processor seconds of one command; its exit status does not matter to its cost."""
    child = subprocess.Popen(
        [sys.executable, "-c", RUN, *arguments],
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    return wait_for(child)


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory(prefix="bench-startup-") as name:
        environ, interview = prepare(Path(name))
        asking = {"_PREP_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": "prep-tracker pa", "COMP_CWORD": "1"}  # fmt: skip
        found: dict[str, list[float]] = {}
        bare: list[float] = []
        for turn in range(rounds + 2):
            base = statistics.median(run_command(["-c", "pass"], environ) for _ in range(3))
            row = {
                task: measure_command(
                    [word.format(interview=interview) for word in words],
                    environ | (asking if task == "completion" else {}),
                )
                for task, (words, _) in COMMANDS.items()
            }
            row["review, first question"] = first_question(environ)
            if turn > 1:
                bare.append(base)
                for task, seconds in row.items():
                    found.setdefault(task, []).append(seconds)
    print(f"python -c pass: {statistics.median(bare) * 1000:.1f} ms of CPU")
    print(f"{'':26}{'CPU ms':>8}   x python -c pass: min  median  max   aim")
    for task, spent in found.items():
        ratios = sorted(one / base for one, base in zip(spent, bare, strict=True))
        aim = COMMANDS[task][1] if task in COMMANDS else 10
        print(
            f"{task:26}{statistics.median(spent) * 1000:8.1f}   {ratios[0]:17.1f}  {statistics.median(ratios):6.1f}  {ratios[-1]:4.1f}  {aim:4}"
        )


if __name__ == "__main__":
    main()
