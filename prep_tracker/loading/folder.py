"""List the files of a pack without following or opening anything that is not a plain file."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from prep_tracker.loading.ids import find_id_fault
from prep_tracker.loading.report import Report
from prep_tracker.model.problem import Problem

MAX_FILES = 50_000
MAX_FOLDER_DEPTH = 6
_IGNORED = frozenset({"__pycache__", ".git", ".ipynb_checkpoints", ".DS_Store", "Thumbs.db"})

Stamp = tuple[int, int, int, int]
"""Modification time, size, change time, inode: when all are the same, so is the file."""


@dataclass(slots=True, kw_only=True)
class Listing:
    """The content files of a pack, by path relative to it, in path order.

    Attributes:
        questions: `questions/<topic>/<slug>.md`.
        exercises: Slug of the exercise to the stamps of its files by path inside its folder.
        companies: `companies/<slug>.yml`.
        emails: `emails/<slug>.md.j2`.
        figures: Pictures below `figures/`.
        problems: What must not be there.
    """

    questions: dict[str, Stamp] = field(default_factory=dict)
    exercises: dict[str, dict[str, Stamp]] = field(default_factory=dict)
    companies: dict[str, Stamp] = field(default_factory=dict)
    emails: dict[str, Stamp] = field(default_factory=dict)
    figures: dict[str, Stamp] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def make_stamp(info: os.stat_result) -> Stamp:
    """What tells whether a file changed."""
    return (info.st_mtime_ns, info.st_size, info.st_ctime_ns, info.st_ino)


YOUNG = 2_000_000_000


def is_young(stamps: tuple[tuple[int, ...], ...]) -> bool:
    """Whether a file changed less than two seconds ago: it may change again with the same stamp."""
    now = time.time_ns()
    return any(stamp and now - max(stamp[0], stamp[2]) < YOUNG for stamp in stamps)


class _Walk:
    def __init__(self, root: Path, pack: str) -> None:
        self.root = root
        self.pack = pack
        self.listing = Listing()
        self.count = 0

    def problem(self, path: str, code: str, message: str, hint: str) -> None:
        report = Report(self.pack, path)
        report.add(code, message, hint=hint)
        self.listing.problems.extend(report.problems)

    def files(self, folder: str, depth: int = 1) -> Iterator[tuple[str, Stamp]]:
        """Regular files below a folder, depth first, in path order."""
        try:
            with os.scandir(self.root / folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as error:
            self.problem(
                folder,
                "irregular-file",
                f"the folder cannot be listed ({error.strerror})",
                "mend it",
            )
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name in _IGNORED or entry.name.endswith((".pyc", "~")):
                continue
            yield from self.visit(entry, path, depth)

    def visit(self, entry: os.DirEntry[str], path: str, depth: int) -> Iterator[tuple[str, Stamp]]:
        try:
            info = entry.stat(follow_symlinks=False)
        except OSError as error:
            self.problem(
                path, "irregular-file", f"it cannot be looked at ({error.strerror})", "mend it"
            )
            return
        if stat.S_ISDIR(info.st_mode):
            if depth >= MAX_FOLDER_DEPTH:
                self.problem(path, "too-deep", "folders are nested too deep", "make it flatter")
                return
            yield from self.files(path, depth + 1)
        elif not stat.S_ISREG(info.st_mode):
            what = "a symbolic link" if stat.S_ISLNK(info.st_mode) else "not a regular file"
            self.problem(
                path,
                "irregular-file",
                f"it is {what}",
                "a pack holds regular files only; put a copy here",
            )
        else:
            self.count += 1
            if self.count <= MAX_FILES:
                yield path, make_stamp(info)
            elif self.count == MAX_FILES + 1:
                self.problem(
                    path, "too-many-files", f"more than {MAX_FILES} files", "split the pack"
                )

    def top(self, folder: str) -> Iterator[tuple[str, Stamp]]:
        """Files below one of the pack's own folders, which must not be a link itself."""
        if (self.root / folder).is_symlink():
            self.problem(
                folder, "irregular-file", "it is a symbolic link", "put the folder itself here"
            )
            return
        yield from self.files(folder)


def list_pack(root: Path, pack: str) -> Listing:
    """The files of a pack's folder, and a problem for each that has no place in it."""
    walk = _Walk(root, pack)
    listing = walk.listing
    for path, stamp in walk.top("questions"):
        _place(walk, listing.questions, path, stamp, parts=3, suffix=".md")
    for path, stamp in walk.top("companies"):
        _place(walk, listing.companies, path, stamp, parts=2, suffix=".yml")
    for path, stamp in walk.top("emails"):
        _place(walk, listing.emails, path, stamp, parts=2, suffix=".md.j2")
    for path, stamp in walk.top("figures"):
        listing.figures[path] = stamp
    for path, stamp in walk.top("exercises"):
        _place_exercise(walk, path, stamp)
    return listing


_SHAPES = {
    "questions": "questions/<topic>/<slug>.md",
    "companies": "companies/<slug>.yml",
    "emails": "emails/<slug>.md.j2",
    "exercises": "exercises/<slug>/task.md",
}


def _place(
    walk: _Walk, target: dict[str, Stamp], path: str, stamp: Stamp, *, parts: int, suffix: str
) -> None:
    pieces = path.split("/")
    if len(pieces) != parts or not path.endswith(suffix):
        walk.problem(
            path, "misplaced-file", "the file has no place here", f"name it {_SHAPES[pieces[0]]}"
        )
        return
    names = [*pieces[1:-1], pieces[-1].removesuffix(suffix)]
    fault = next((f"{name[:90]!r}: {why}" for name in names if (why := find_id_fault(name))), "")
    if fault:
        walk.problem(path, "bad-id", fault, "rename it")
        return
    target[path] = stamp


def _place_exercise(walk: _Walk, path: str, stamp: Stamp) -> None:
    _, slug, *rest = path.split("/")
    name = "/".join(rest)
    if not rest:
        walk.problem(
            path, "misplaced-file", "the file has no place here", f"name it {_SHAPES['exercises']}"
        )
    elif fault := find_id_fault(slug):
        walk.problem(path, "bad-id", f"{slug[:90]!r}: {fault}", "rename it")
    else:
        walk.listing.exercises.setdefault(slug, {})[name] = stamp
