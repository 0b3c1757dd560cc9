"""A short list of all questions, kept in the cache so that a sitting starts at once."""
# ruff: noqa: PTH116, PTH118, PTH120 - a hundred stamps at every start: paths as text are ten times faster

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prep_tracker.storage import files

NAME = "shelf.json"
FORM = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a sitting needs to know of a question before it is shown.

    Attributes:
        id: `pack/slug`.
        kind: Name of its kind.
        ask: What the interviewer says.
        topic: Key of its topic, `pack/topic`.
        tips: Numbers of the tips it serves.
        rounds: Kinds of interview it is asked in.
        covers: Syllabus lines it covers.
        minutes: Minutes for a spoken answer.
        weight: How likely it is to be asked.
        root: Folder of its pack.
        path: Its file, relative to the pack's folder.
    """

    id: str
    kind: str
    ask: str
    topic: str
    tips: tuple[int, ...]
    rounds: tuple[str, ...]
    covers: tuple[str, ...]
    minutes: float
    weight: float
    root: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All questions in short.

    Attributes:
        rows: Pack by pack.
        topics: Title of each topic, by key.
        tips: Title of each tip, by number.
        aliases: Ids that were redone, each with the id of what redoes it.
        roots: Folders of the packs.
    """

    rows: tuple[Row, ...]
    topics: Mapping[str, str]
    tips: Mapping[int, str]
    aliases: Mapping[str, str]
    roots: tuple[str, ...]


def read_shelf(cache: Path, about: str, make: Callable[[], Shelf]) -> Shelf:
    """The short list, from the cache where nothing changed since, else made afresh.

    Noticed are new, removed and renamed files of packs, installed and removed distributions, and
    whatever `about` names; the text of a question is read from its own file when it is shown.

    Args:
        cache: Folder for the cache.
        about: Anything else the list depends on, such as the profile.
        make: Makes the list from all packs.
    """
    path = cache / NAME
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        values = json.loads(path.read_bytes())
        if values["key"] == _key(about, values["roots"]):
            return _decode(values)
    shelf = make()
    values = {
        "key": _key(about, shelf.roots),
        "roots": shelf.roots,
        "topics": dict(shelf.topics),
        "tips": {str(number): title for number, title in shelf.tips.items()},
        "aliases": dict(shelf.aliases),
        "rows": [
            (
                r.id,
                r.kind,
                r.ask,
                r.topic,
                r.tips,
                r.rounds,
                r.covers,
                r.minutes,
                r.weight,
                r.root,
                r.path,
            )
            for r in shelf.rows
        ],
    }
    files.write_cache(path, json.dumps(values, separators=(",", ":")).encode())
    return shelf


def _decode(values: Mapping[str, Any]) -> Shelf:
    """The list from its cache."""
    rows = []
    for key, kind, ask, topic, numbers, rounds, covers, minutes, weight, root, path in values[
        "rows"
    ]:
        rows.append(
            Row(
                id=key,
                kind=kind,
                ask=ask,
                topic=topic,
                tips=tuple(map(int, numbers)),
                rounds=tuple(rounds),
                covers=tuple(covers),
                minutes=float(minutes),
                weight=float(weight),
                root=root,
                path=path,
            )
        )
    return Shelf(
        rows=tuple(rows),
        topics=dict(values["topics"]),
        tips={int(number): title for number, title in values["tips"].items()},
        aliases=dict(values["aliases"]),
        roots=tuple(values["roots"]),
    )


def _key(about: str, roots: Iterable[str]) -> str:
    """What the list depends on: the program, the installed distributions, the packs' folders."""
    parts: list[object] = [FORM, about, sys.version, os.environ.get("PREP_TRACKER_PLUGINS", "")]
    installed = [place for place in sys.path if place.endswith(("site-packages", "dist-packages"))]
    parts += [(place, _stamp(place)) for place in installed]
    for root in roots:
        parts += [
            (place, _stamp(place))
            for place in (os.path.dirname(root), root, *_content_folders(root))
        ]
    return json.dumps(parts)


def _content_folders(root: str) -> list[str]:
    """The folders of a pack that hold questions, and its manifest."""
    questions = os.path.join(root, "questions")
    found = [os.path.join(root, "pack.yml"), questions]
    with suppress(OSError, UnicodeError), os.scandir(questions) as entries:
        found += sorted(entry.path for entry in entries if entry.is_dir(follow_symlinks=False))
    return found


def _stamp(place: str) -> int:
    """When a file or folder was last changed; 0 when it is not there."""
    try:
        return os.stat(place).st_mtime_ns
    except (OSError, UnicodeError):
        return 0


def folder_stamps(folder: Path) -> list[tuple[str, int]]:
    """When each file of a folder was last changed, by name."""
    with suppress(OSError), os.scandir(folder) as entries:
        return sorted(
            (entry.name, entry.stat(follow_symlinks=False).st_mtime_ns) for entry in entries
        )
    return []
