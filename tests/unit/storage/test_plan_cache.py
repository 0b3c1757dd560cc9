"""The kept plan stands until something it was made from changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.plan_cache import NAME, read_plan
from prep_tracker.storage.workspace import Workspace, create_workspace

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Maker:
    """Makes plans, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> dict[str, Any]:
        self.count += 1
        return {"days": [self.count]}


def read(workspace: Workspace, maker: Maker, about: str = "today") -> dict[str, Any]:
    with open_journal(workspace, now=NOW) as journal:
        return read_plan(workspace, journal, about, maker)


def test_the_same_plan_is_made_once(tmp_path: Path) -> None:
    workspace, maker = create_workspace(tmp_path / "me", "role: mle\n"), Maker()
    assert [read(workspace, maker) for _ in range(3)] == [{"days": [1]}] * 3


def test_another_day_an_answer_or_a_story_makes_it_anew(tmp_path: Path) -> None:
    workspace, maker = create_workspace(tmp_path / "me", "role: mle\n"), Maker()
    read(workspace, maker)
    read(workspace, maker, "tomorrow")
    assert maker.count == 2
    with open_journal(workspace, now=NOW) as journal:
        event = Event(
            id="0" * 32, kind=EventKind.REVIEW, item="a/b", at=NOW, rating=Rating.GOOD, seconds=60
        )
        journal.append(event)
    read(workspace, maker, "tomorrow")
    assert maker.count == 3
    workspace.stories.mkdir(exist_ok=True)
    (workspace.stories / "one.md").write_text("x")
    read(workspace, maker, "tomorrow")
    assert maker.count == 4


def test_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    workspace, maker = create_workspace(tmp_path / "me", "role: mle\n"), Maker()
    read(workspace, maker)
    for broken in ("", "[]", '{"key": 1}', "[" * 5000):
        (workspace.cache / NAME).write_text(broken)
        read(workspace, maker)
    assert maker.count == 5
