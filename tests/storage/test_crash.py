"""Kill -9 at random moments: no acknowledged event is lost, none is there twice."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.profile import TEMPLATE
from prep_tracker.storage.workspace import Workspace, create_workspace

WRITER = Path(__file__).with_name("crash_writer.py")
ROOT = WRITER.parents[2]
ALONE, TOGETHER, TEXT = 60, 40, 40
"""Kills of a lone writer; rounds of four writers killed one by one; kills of a writer of a text file."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9"),
]


def start(workspace: Workspace, name: str, mode: str, day: int) -> subprocess.Popen[bytes]:
    """A writer in a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(workspace.root), name, mode, str(day)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def kill(writer: subprocess.Popen[bytes]) -> list[str]:
    """Kill a writer; the ids that it acknowledged, whole lines only."""
    os.kill(writer.pid, signal.SIGKILL)
    said, wrong = writer.communicate()
    assert writer.returncode == -signal.SIGKILL, wrong.decode()
    return said.decode().split("\n")[:-1]


def wait_for_start(writer: subprocess.Popen[bytes], rng: Random) -> None:
    """Most kills hit a writer at work, after its first word; the others hit one that starts."""
    if rng.random() < 0.25:
        time.sleep(0.05 + rng.random() * 0.15)
        return
    assert writer.stdout is not None
    ready, _, _ = select.select([writer.stdout], [], [], 20)
    assert ready, "the writer never wrote"
    time.sleep(rng.random() * 0.06)


def read_ids(workspace: Workspace) -> list[str]:
    """All ids in the journal, which must be whole."""
    with open_journal(workspace, now=datetime(2030, 1, 1, tzinfo=UTC)):
        pass
    with closing(sqlite3.connect(workspace.journal)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [row[0] for row in connection.execute("SELECT id FROM events")]


def test_no_acknowledged_event_is_lost_or_doubled(tmp_path: Path) -> None:
    rng = Random(20261122)
    acknowledged: list[str] = []
    hot, kills = 0, 0
    workspace = create_workspace(tmp_path / "alone", TEMPLATE)
    for number in range(ALONE):
        writer = start(
            workspace, f"alone-{number:03d}", rng.choice(["append", "append", "merge"]), number
        )
        wait_for_start(writer, rng)
        acknowledged += kill(writer)
        hot += workspace.journal.with_name("journal.db-journal").exists()
        kills += 1
    check(read_ids(workspace), acknowledged)

    shared = create_workspace(tmp_path / "together", TEMPLATE)
    together: list[str] = []
    for number in range(TOGETHER):
        modes = ("append", "append", "append", "merge")
        writers = [
            start(shared, f"w{place}-{number:03d}", mode, number)
            for place, mode in enumerate(modes)
        ]
        wait_for_start(writers[0], rng)
        rng.shuffle(writers)
        for writer in writers:
            together += kill(writer)
            hot += shared.journal.with_name("journal.db-journal").exists()
            kills += 1
            time.sleep(rng.random() * 0.01)
    check(read_ids(shared), together)
    print(
        f"\n{kills} kills, {hot} in the midst of a commit; {len(acknowledged) + len(together)} events acknowledged, 0 lost, 0 double"
    )
    assert kills >= 200
    assert hot > 0, "no kill hit a transaction: the test proves nothing"
    assert len(acknowledged) > 50
    assert len(together) > 50


def check(found: list[str], acknowledged: list[str]) -> None:
    """Every acknowledged id is there, once; a batch is there whole or not at all."""
    assert not set(acknowledged) - set(found)
    assert max(Counter(found).values()) == 1
    batches = Counter(key.rsplit("-", 1)[0] for key in found if key.count("-") == 3)
    assert set(batches.values()) <= {20}


def test_backups_made_while_killing_are_whole(tmp_path: Path) -> None:
    rng = Random(7)
    workspace = create_workspace(tmp_path / "space", TEMPLATE)
    for number in range(12):
        writer = start(workspace, f"w-{number:03d}", "append", number)
        wait_for_start(writer, rng)
        kill(writer)
    backups = sorted(workspace.backups.glob("journal-*.db"))
    assert backups
    for backup in backups:
        with closing(sqlite3.connect(backup)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_text_file_is_old_or_new_never_a_part(tmp_path: Path) -> None:
    rng = Random(3)
    workspace = create_workspace(tmp_path / "space", TEMPLATE)
    workspace.profile.write_text("0" * 200_000)
    seen = set()
    for _ in range(TEXT):
        writer = start(workspace, "text", "text", 0)
        assert writer.stdout is not None
        writer.stdout.read(1)
        time.sleep(rng.random() * 0.03)
        kill(writer)
        text = workspace.profile.read_text()
        assert len(text) == 200_000
        assert len(set(text)) == 1
        seen.add(text[0])
    assert len(seen) > 1
