"""Cards replayed from the journal, through a cache that may be thrown away at any time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from prep_tracker.memory import replay, schedule
from prep_tracker.model.card import Card
from prep_tracker.storage import files, lines
from prep_tracker.storage.journal import Journal

NAME = "cards.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far the cache has read the journal: the last row's number and its event's id."""

    row: int
    id: str


def read_cards(
    journal: Journal,
    *,
    retention: float,
    aliases: Mapping[str, str] | None = None,
    cache: Path | None = None,
) -> dict[str, Card]:
    """All cards, by question.

    Args:
        journal: Open.
        retention: Desired recall, from the profile.
        aliases: Old question id to the id that replaces it.
        cache: Folder for the cache; None reads everything afresh.

    Raises:
        JournalError: The journal cannot be read.
    """
    known = dict(aliases or {})
    key = _key(journal, retention, known)
    path = cache / NAME if cache else None
    cards, cursor = _load(path, key) if path else ({}, Cursor(row=0, id=""))
    if cursor.row and journal.read_rows("SELECT id FROM events WHERE row = ?", (cursor.row,)) != [
        (cursor.id,)
    ]:
        cards, cursor = {}, Cursor(row=0, id="")
    fresh = journal.read_rows(
        "SELECT row, id, item, kind, data FROM events WHERE row > ? ORDER BY row", (cursor.row,)
    )
    if not fresh:
        return cards
    items = None if cursor.row == 0 else _touched(journal, fresh, known)
    for item in items or ():
        cards.pop(item, None)
    cards.update(_replay(journal, items, retention, known))
    if path:
        _save(path, key, cards, Cursor(row=fresh[-1][0], id=fresh[-1][1]))
    return cards


def _key(journal: Journal, retention: float, aliases: Mapping[str, str]) -> str:
    """What the cache depends on besides the events."""
    facts = journal.read_rows("SELECT value FROM facts WHERE name = 'journal'")
    clashes = journal.read_rows("SELECT count(*) FROM clashes")
    parts = [
        replay.REPLAY_VERSION,
        retention,
        sorted(aliases.items()),
        facts,
        clashes,
        schedule.parameters(),
    ]
    return json.dumps(parts)


def _touched(
    journal: Journal, fresh: Iterable[tuple[int, str, str, str, str]], aliases: Mapping[str, str]
) -> set[str]:
    """Newest ids of the questions that new rows change."""
    rows = list(fresh)
    targets = [
        str(json.loads(data).get("undoes", "")) for _, _, _, kind, data in rows if kind == "undo"
    ]
    query = "SELECT item FROM events WHERE id IN (SELECT value FROM json_each(?))"
    undone = journal.read_rows(query, (json.dumps(targets),)) if targets else []
    return {
        replay.newest_id(item, aliases)
        for item in (*(row[2] for row in rows), *(row[0] for row in undone))
    }


def _replay(
    journal: Journal, items: set[str] | None, retention: float, aliases: Mapping[str, str]
) -> dict[str, Card]:
    """Cards of some questions (all for None), from their events."""
    wanted = None if items is None else _all_ids(items, aliases)
    steps: dict[str, list[replay.Step]] = {}
    for item, row in journal.read_steps(wanted).items():
        steps.setdefault(replay.newest_id(item, aliases), []).extend(row)
    aside = _read_suspended(journal, aliases)
    names = (set(steps) | set(aside)) if items is None else (set(steps) | set(aside)) & items
    return {
        item: replay.replay_steps(
            item, _in_order(steps.get(item, [])), retention, suspended=aside.get(item, False)
        )
        for item in sorted(names)
    }


def _in_order(steps: list[replay.Step]) -> list[replay.Step]:
    """Steps by instant (those of a question under several ids come one id after the other)."""
    return sorted(steps, key=lambda step: step.at)


def _all_ids(items: Iterable[str], aliases: Mapping[str, str]) -> list[str]:
    """The ids under which the questions are or were known."""
    wanted = set(items)
    return sorted(wanted | {old for old in aliases if replay.newest_id(old, aliases) in wanted})


def _read_suspended(journal: Journal, aliases: Mapping[str, str]) -> dict[str, bool]:
    """Whether each question that was ever put aside is so now."""
    undone = journal.read_undone()
    query = "SELECT id, item, data FROM events WHERE kind = 'suspension' ORDER BY at, id"
    rows = journal.read_rows(query)
    return {
        replay.newest_id(item, aliases): bool(json.loads(data).get("suspended", True))
        for key, item, data in rows
        if key not in undone
    }


def _load(path: Path, key: str) -> tuple[dict[str, Card], Cursor]:
    """The cache, if it is whole and made for the same; else nothing."""
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        values = json.loads(path.read_bytes())
        if values["key"] == key:
            cursor = Cursor(row=values["row"], id=values["id"])
            return {row[0]: _card(*row) for row in values["cards"]}, cursor
    return {}, Cursor(row=0, id="")


def _card(
    item: str, stability: float, difficulty: float, due: int | None, last: int | None,
    rating: int, reviews: int, lapses: int, seconds: float, suspended: bool, marks: list[int],
) -> Card:  # fmt: skip
    """A card from its row in the cache."""
    return Card(
        item=item,
        stability=stability,
        difficulty=difficulty,
        due=None if due is None else lines.from_milliseconds(due),
        last=None if last is None else lines.from_milliseconds(last),
        rating=rating,
        reviews=reviews,
        lapses=lapses,
        seconds=seconds,
        suspended=suspended,
        marks=tuple(marks),
    )


def _save(path: Path, key: str, cards: Mapping[str, Card], cursor: Cursor) -> None:
    """Write the cache; where that fails it is made again next time."""
    rows = [
        (
            card.item,
            card.stability,
            card.difficulty,
            None if card.due is None else lines.to_milliseconds(card.due),
            None if card.last is None else lines.to_milliseconds(card.last),
            card.rating,
            card.reviews,
            card.lapses,
            card.seconds,
            card.suspended,
            card.marks,
        )
        for card in cards.values()
    ]
    values = {"key": key, "row": cursor.row, "id": cursor.id, "cards": rows}
    files.write_cache(path, json.dumps(values, separators=(",", ":")).encode())
