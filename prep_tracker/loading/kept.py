"""What a command made from all packs, kept until a file of a pack, a distribution or this program changes.

Looking costs one `stat` a file; nothing of the packs, the plugins or their libraries is read or imported.
"""
# ruff: noqa: PTH116, PTH118, PTH120, PTH112 - a thousand stamps at every start: paths as text are ten times faster

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prep_tracker import __version__
from prep_tracker.loading.box import BROKEN, read_body, write_body
from prep_tracker.loading.folder import YOUNG, make_stamp
from prep_tracker.loading.places import data_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FORM = 1
PACKAGE = str(Path(__file__).parent.parent)
_NO_CONTENT = frozenset({"__pycache__", ".git"})
_NO_PROGRAM = frozenset({"__pycache__", "static", "_data"})
Stamps = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Something that was made, and what it was made from.

    Attributes:
        value: Plain values only: tuples, lists, dicts, texts, numbers, None.
        roots: Folders of the packs.
        is_lasting: Whether it may be kept: not when a plugin failed, or gives packs by code of its own.
    """

    value: Any
    roots: tuple[str, ...]
    is_lasting: bool


def read_kept(
    path: Path,
    about: object,
    make: Callable[[], Made],
    *,
    places: Iterable[str] = (),
    is_deep: bool = True,
) -> Any:
    """The value that was kept when nothing changed since, else made anew.

    Args:
        path: The file it is kept in.
        about: What else it depends on; plain values.
        make: Makes it.
        places: More files and folders it depends on; they need not exist.
        is_deep: Whether it depends on what is in the packs' files; else only on which packs there are.
    """
    places = tuple(places)
    with suppress(*BROKEN):
        known, roots, stamps, value = read_body(path)
        if known == _name(about) and stamps == _stamp_all(roots, places, is_deep=is_deep):
            return value
    start = time.time_ns()
    made = make()
    if made.is_lasting:
        stamps = _stamp_all(made.roots, places, is_deep=is_deep)
        if all(max(stamp[0], stamp[2]) < start - YOUNG for _, stamp in stamps if stamp):
            write_body(path, (_name(about), made.roots, stamps, made.value))
    return made.value


def _name(about: object) -> str:
    return repr((FORM, __version__, sys.version, os.environ.get("PREP_TRACKER_PLUGINS"), about))


def _stamp_all(roots: tuple[str, ...], places: Iterable[str], *, is_deep: bool) -> Stamps:
    """When everything it depends on was last changed: this program, installed distributions, packs, places."""
    found = list(_walk(PACKAGE, _NO_PROGRAM, ".py"))
    programs = os.path.dirname(sys.executable)
    found += [(place, _stamp(place)) for place in sys.path if place not in {"", programs}]
    data = str(data_root())
    shallow = [data, os.path.join(data, "tips.yml"), os.path.join(data, "syllabus.yml")]
    shallow += [name for root in roots for name in (root, os.path.join(root, "pack.yml"))]
    found += [(place, _stamp(place)) for place in shallow]
    for place in (*(roots if is_deep else ()), *places):
        found += _walk(place, _NO_CONTENT) if os.path.isdir(place) else [(place, _stamp(place))]
    return tuple(found)


def _walk(
    folder: str, passed_over: frozenset[str], ending: str = ""
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every file below a folder, by name."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, ()
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in passed_over:
                yield from _walk(entry.path, passed_over, ending)
        elif entry.name.endswith(ending):
            with suppress(OSError):
                yield entry.path, make_stamp(entry.stat(follow_symlinks=False))


def _stamp(place: str) -> tuple[int, ...]:
    try:
        return make_stamp(os.stat(place))
    except OSError:
        return ()
