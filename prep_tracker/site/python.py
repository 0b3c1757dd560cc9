"""Python for exercises in the page: Pyodide as the distribution carries it, or from a folder of the site's owner."""

from __future__ import annotations

import json
import os
import shutil
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prep_tracker.errors import BuildError
from prep_tracker.site.keys import digest_of
from prep_tracker.site.theme import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.catalog import Catalog

FOLDER = "assets/pyodide"
NOTE = "assets/python.json"
ARCHIVE = "python.tar.xz"
"""Pyodide's files, packed by the build hook; the standard library in it is not compressed a second time."""

LOCK = "pyodide-lock.json"
LIBRARY = "python_stdlib.zip"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.js", "pyodide.asm.wasm", LIBRARY, LOCK)
"""Files of any Pyodide from 0.26 on; of the two `asm` scripts a version has one."""

JUDGE = ("harness.py", "differences.py", "in_page.py")
"""Modules of `prep_tracker.proving` that judge in the page: the standard library is all they need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonFiles:
    """Python as the site will serve it.

    Attributes:
        files: By name in the site; empty when there is no Python for this site.
        hosted: Import names, beyond the standard library, that need no other site.
    """

    files: dict[str, Path]
    hosted: tuple[str, ...] = ()


def find_python(catalog: Catalog, work: Path, folder: Path | None = None) -> PythonFiles:
    """The files that exercises of these packs need.

    Args:
        catalog: All packs; without exercises there is no Python.
        work: Folder kept between builds, for what is unpacked.
        folder: A Pyodide distribution, or wheels of the Pyodide that this program carries; None for no more than that.

    Raises:
        BuildError: The folder holds neither.
    """
    if not catalog.exercises:
        return PythonFiles(files={})
    root = folder if folder and (folder / CORE[0]).is_file() else _unpack(STATIC / ARCHIVE, work)
    if root is None:
        return PythonFiles(files={})
    files = {f"{FOLDER}/{name}": path for name in CORE if (path := root / name).is_file()}
    missing = [name for name in (CORE[0], LOCK, LIBRARY) if f"{FOLDER}/{name}" not in files]
    if missing:
        raise BuildError(f"{root} lacks {', '.join(missing)}", "Give a whole Pyodide distribution.")
    if folder is None:
        return PythonFiles(files=files)
    needed = sorted({name for exercise in catalog.exercises for name in exercise.requires})
    wheels = _find_wheels(_read_lock(root / LOCK), needed, folder)
    hosted = tuple(name for name in needed if name in wheels)
    if root is not folder and not hosted:
        raise BuildError(
            f"{folder} holds neither Pyodide nor a wheel that fits the Pyodide of this program",
            f"Its {LOCK} names the files it knows; or give a whole distribution.",
        )
    found = {path for paths in wheels.values() for path in paths}
    return PythonFiles(
        files=files | {f"{FOLDER}/{path.name}": path for path in found}, hosted=hosted
    )


def render_note(python: PythonFiles) -> bytes:
    """What a page must know before Python is asked for: whether it is there, what with, how large."""
    size = sum(path.stat().st_size for path in python.files.values() if path.suffix != ".whl")
    note = {"bytes": size, "hosted": python.hosted, "judge": _read_judge() if python.files else {}}
    return json.dumps(note, separators=(",", ":")).encode()


def _read_judge() -> dict[str, str]:
    root = Path(__file__).parents[1] / "proving"
    return {name: (root / name).read_text(encoding="utf-8") for name in JUDGE}


def _read_lock(path: Path) -> dict[str, Any]:
    try:
        packages: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError) as error:
        raise BuildError(f"{path} cannot be read", "Give a whole Pyodide distribution.") from error
    return packages


def _find_wheels(
    packages: dict[str, Any], names: Iterable[str], folder: Path
) -> dict[str, list[Path]]:
    """By import name its wheel and those it depends on, where the folder has all of them."""
    found = {}
    for name in names:
        paths = [folder / packages[key]["file_name"] for key in _close(packages, name)]
        if paths and all(path.is_file() for path in paths):
            found[name] = paths
    return found


def _close(packages: dict[str, Any], name: str) -> list[str]:
    """The package and all it depends on; nothing when the lock file does not know it."""
    names, waiting = [], [name]
    while waiting:
        key = waiting.pop()
        if key not in packages:
            return []
        if key not in names:
            names.append(key)
            waiting += packages[key]["depends"]
    return names


def _unpack(archive: Path, work: Path) -> Path | None:
    """The folder of the unpacked archive, made once; None when the program carries none."""
    if not archive.is_file():
        return None
    stamp = archive.stat()
    place = work / f"python-{digest_of(stamp.st_size, stamp.st_mtime_ns)}"
    if place.is_dir():
        return place
    for old in work.glob("python-*"):
        shutil.rmtree(old, ignore_errors=True)
    fresh = work / f".python-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with tarfile.open(archive, "r:xz") as packed:
        packed.extractall(fresh, filter="data")
    _compress(fresh / LIBRARY)
    try:
        fresh.rename(place)
    except OSError:  # another build was first
        shutil.rmtree(fresh, ignore_errors=True)
    return place


def _compress(path: Path) -> None:
    """Write the standard library again, each file compressed for its way to the reader."""
    small = path.with_suffix(".small")
    with (
        zipfile.ZipFile(path) as old,
        zipfile.ZipFile(small, "w") as new,
    ):
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename), old.read(entry), zipfile.ZIP_DEFLATED, 9)
    small.replace(path)
