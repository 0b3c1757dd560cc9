"""Remember what was read: one file a pack, kept in the platform's cache folder, never needed.

The file is a checksum and `marshal` data: an accident to it is seen before anything is decoded,
and nothing in it is ever run. One that is missing, torn, old or foreign is read anew and rewritten.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from prep_tracker import __version__
from prep_tracker.loading.box import BROKEN, read_body, write_body
from prep_tracker.loading.entry import Entry, Reference
from prep_tracker.loading.folder import is_young, make_stamp
from prep_tracker.loading.frozen import freeze, thaw
from prep_tracker.loading.packs import Stamps
from prep_tracker.loading.places import cache_folder
from prep_tracker.model.company import Company
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.problem import Problem
from prep_tracker.model.question import Question

_KINDS: tuple[type, ...] = (Question, Exercise, Company, EmailTemplate)
_MANY = 1000
T = TypeVar("T")
Known = dict[str, tuple[Stamps, Entry]]


@cache
def _program() -> str:
    """What the data depends on besides the files: this program's own source, and Python."""
    code = sorted(Path(__file__).parent.parent.glob("model/**/*.py")) + sorted(
        Path(__file__).parent.glob("**/*.py")
    )
    stamps = [(path.name, (info := path.stat()).st_mtime_ns, info.st_size) for path in code]
    return repr((__version__, sys.version, marshal.version, stamps))


def _file(root: Path) -> Path:
    return (
        cache_folder() / "packs" / f"{blake2b(os.fsencode(root), digest_size=16).hexdigest()}.bin"
    )


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the garbage collector while many objects that live are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            gc.freeze()
        if was_on:
            gc.enable()


def read_cache(root: Path, rules: str) -> tuple[str, Known]:
    """The rules and entries that are remembered of a pack; empty when there are none that can be used.

    Args:
        root: The pack's folder.
        rules: Names of the rules; findings made with others are dropped. Empty when none will be run.
    """
    with suppress(*BROKEN):
        program, place, same_rules, entries = read_body(_file(root))
        if program == _program() and place == str(root):
            keep = rules in {same_rules, ""}
            return same_rules, {
                path: _thaw(path, values, keep=keep) for path, values in entries.items()
            }
    return "", {}


def read_remembered(
    paths: tuple[Path, ...], kind: type[T], read: Callable[[], tuple[T, ...]]
) -> tuple[T, ...]:
    """What `read` makes of small files, remembered until one of them changes.

    Args:
        paths: The files; the first names what is remembered.
        kind: Class of what is made.
        read: Reads them; an empty result is not remembered.
    """
    stamps = tuple(_find_stamp(path) for path in paths)
    target = _file(paths[0])
    with suppress(*BROKEN):
        program, known, values = read_body(target)
        if program == _program() and known == stamps:
            return tuple([thaw(kind, value) for value in values])
    made = read()
    if made and not is_young(stamps):
        write_body(target, (_program(), stamps, freeze(made)))
    return made


def _find_stamp(path: Path) -> tuple[int, ...]:
    try:
        return make_stamp(os.lstat(path))
    except OSError:
        return ()


def _thaw(path: str, values: Any, *, keep: bool) -> tuple[Stamps, Entry]:
    stamps, kind, item, places, references, problems, findings = values
    found = tuple(thaw(Problem, one) for one in findings) if keep and findings is not None else None
    return stamps, Entry(
        path=path,
        item=None if item is None else thaw(_KINDS[kind], item),
        places=places,
        references=tuple([thaw(Reference, one) for one in references]),
        problems=tuple([thaw(Problem, one) for one in problems]),
        findings=found,
    )


def write_cache(root: Path, rules: str, entries: Mapping[str, tuple[Stamps, Entry]]) -> None:
    """Remember the entries; a place that cannot be written is no matter."""
    kept = {path: _freeze(stamps, entry) for path, (stamps, entry) in entries.items() if stamps}
    write_body(_file(root), (_program(), str(root), rules, kept))


def _freeze(stamps: Stamps, entry: Entry) -> tuple[Any, ...]:
    kind = next((place for place, kind in enumerate(_KINDS) if isinstance(entry.item, kind)), -1)
    findings = None if entry.findings is None else freeze(entry.findings)
    places = dict(entry.places)
    return (
        stamps,
        kind,
        freeze(entry.item),
        places,
        freeze(entry.references),
        freeze(entry.problems),
        findings,
    )
