"""Merging journals: any order, twice, from several devices gives the same events and the same cards."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from prep_tracker.memory.kept import Kept, replay_kept
from prep_tracker.memory.replay import replay_events
from prep_tracker.model.card import Card
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.storage import lines
from prep_tracker.storage.cards import read_cards
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.profile import TEMPLATE
from prep_tracker.storage.sync import sync_folder
from prep_tracker.storage.transfer import export_events, import_files, read_bytes
from prep_tracker.storage.workspace import Workspace, create_workspace

START = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 12, 1, tzinfo=UTC)
FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where many small journals are made quickly; what a full disk does is tested elsewhere."""

IDS = [f"event-{number:03d}" for number in range(12)]
"""Few, so that the same id comes again, also with another content."""

ALIASES = {"pack/old": "pack/one"}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(-1e6, 1e6)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event, of few questions and few ids."""
    kind = draw(
        st.sampled_from(
            [EventKind.REVIEW] * 4
            + [EventKind.UNDO, EventKind.SUSPENSION, EventKind.ATTEMPT]
            + [EventKind.BOOKMARK, EventKind.NOTE, EventKind.DOCUMENT]
        )
    )
    data: dict[str, object] = {}
    if kind is EventKind.UNDO:
        data = {"undoes": draw(st.sampled_from(IDS))}
    elif kind is EventKind.SUSPENSION:
        data = {"suspended": draw(st.booleans())}
    elif kind is EventKind.ATTEMPT:
        data = draw(st.dictionaries(st.text(max_size=4), JSON, max_size=2))
    elif kind is EventKind.BOOKMARK:
        data = {"on": draw(st.booleans())}
    elif kind is EventKind.NOTE:
        data = {"text": draw(st.text(max_size=8))}
    elif kind is EventKind.DOCUMENT:
        fields = st.dictionaries(st.text(max_size=4), JSON, max_size=2)
        data = {"body": draw(st.none() | fields)}
    return Event(
        id=draw(st.sampled_from(IDS)),
        kind=kind,
        item=draw(st.sampled_from(["pack/one", "pack/two", "pack/old"])),
        at=START + timedelta(milliseconds=draw(st.integers(0, 300 * 86_400_000))),
        offset=draw(st.sampled_from([0, 60, -480, 345])),
        rating=Rating(draw(st.integers(1, 4))) if kind is EventKind.REVIEW else None,
        seconds=draw(st.floats(0, 3600)),
        origin=draw(st.sampled_from(["terminal", "browser"])),
        data=data,
    )


State = tuple[frozenset[str], dict[str, Card], Kept]


def merge_all(*batches: Sequence[Event]) -> State:
    """The lines, the cards and what else is kept of a journal that merges batches one after the other, with a cache in use."""
    with tempfile.TemporaryDirectory(dir=FAST) as folder:
        workspace = create_workspace(Path(folder), TEMPLATE)
        with open_journal(workspace, now=NOW) as journal:
            for batch in (*batches, []):
                journal.merge(batch)
                cards = read_cards(journal, retention=0.9, aliases=ALIASES, cache=workspace.cache)
            found = frozenset(lines.render_event(event) for event in journal.read_all())
            kept = replay_kept(journal.read_events(), ALIASES)
        return found, cards, kept


batches = st.lists(events(), max_size=6)


@settings(max_examples=40, deadline=None)
@given(batches, batches, batches)
def test_merge_is_commutative_associative_and_idempotent(
    a: list[Event], b: list[Event], c: list[Event]
) -> None:
    whole = merge_all(a, b, c)
    assert merge_all(c, b, a) == whole
    assert merge_all(b, a, c) == whole
    assert merge_all([*a, *b], c) == whole
    assert merge_all(a, [*b, *c]) == whole
    assert merge_all(a, b, c, a, c, b) == whole


@settings(max_examples=40, deadline=None)
@given(batches, st.randoms(use_true_random=False))
def test_cards_through_cache_equal_pure_replay(batch: list[Event], rng: object) -> None:
    distinct = list({event.id: event for event in batch}.values())
    _, cards, kept = merge_all(*([event] for event in distinct))
    assert cards == replay_events(distinct, 0.9, ALIASES)
    assert kept == replay_kept(distinct, ALIASES)
    rng.shuffle(distinct)  # type: ignore[attr-defined]
    assert cards == replay_events([*distinct, *distinct], 0.9, ALIASES)
    assert kept == replay_kept([*distinct, *distinct], ALIASES)


@settings(max_examples=60, deadline=None)
@given(events())
def test_event_survives_its_line(event: Event) -> None:
    line = lines.render_event(event)
    back = lines.decode_line(line)
    assert back is not None
    assert lines.render_event(back) == line
    assert line.isascii()


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_import_of_anything_gives_events_or_problems(content: bytes) -> None:
    reading = read_bytes(content, "any.jsonl")
    used = sum(
        bool(line.strip(b"\r \t")) for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    )
    assert len(reading.events) + len(reading.problems) <= used
    assert all(problem.line >= 1 and problem.message for problem in reading.problems)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(lines.KEYS) | st.text(max_size=5), JSON, max_size=11))
def test_import_of_any_object_gives_event_or_problem(values: dict[str, object]) -> None:
    import json

    reading = read_bytes(json.dumps({"v": 1, "kind": "review", **values}).encode(), "any.jsonl")
    assert len(reading.events) + len(reading.problems) == (
        0 if values.get("format") == lines.FORMAT else 1
    )


def make_workspace(folder: Path, batch: Sequence[Event]) -> Workspace:
    """A workspace with events."""
    workspace = create_workspace(folder, TEMPLATE)
    with open_journal(workspace, now=NOW) as journal:
        journal.merge(batch)
    return workspace


def read_state(workspace: Workspace) -> frozenset[str]:
    """The lines of a journal."""
    with open_journal(workspace, now=NOW) as journal:
        return frozenset(lines.render_event(event) for event in journal.read_all())


@settings(max_examples=15, deadline=None)
@given(batches, batches, batches)
def test_export_import_and_sync_bring_devices_together(
    a: list[Event], b: list[Event], c: list[Event]
) -> None:
    with tempfile.TemporaryDirectory(dir=FAST) as folder:
        root = Path(folder)
        devices = [
            make_workspace(root / name, batch) for name, batch in (("a", a), ("b", b), ("c", c))
        ]
        files = []
        for device in devices:
            with open_journal(device, now=NOW) as journal:
                files.extend(export_events(journal, root / f"{device.root.name}.jsonl", NOW)[1])
        for _ in range(3):
            for device in devices:
                with open_journal(device, now=NOW) as journal:
                    sync_folder(journal, root / "shared", NOW)
        fresh = make_workspace(root / "d", [])
        with open_journal(fresh, now=NOW) as journal:
            import_files(journal, [*files, *reversed(files)])
        states = [read_state(device) for device in (*devices, fresh)]
        assert states[0] == states[1] == states[2] == states[3]
