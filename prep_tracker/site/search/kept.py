"""An index kept between runs of the command line: made again when any file of a pack is another one."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from prep_tracker import __version__
from prep_tracker.site.search.reader import Reader
from prep_tracker.site.search.words import know_stems, known_stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIGNATURE = "made-from.txt"
STEMS = "stems.json"


def docs_folder() -> Path:
    """The hand-written pages of this program; found here because the site's own way imports its whole builder."""
    package = Path(__file__).parents[2]
    packed = package / "_data" / "site_src"
    return packed if packed.is_dir() else package.parent / "site_src"


def render_signature(roots: Iterable[Path]) -> str:
    """Name, size and time of every file below the folders, and of this program; their contents are not read."""
    lines = [__version__]
    for root in (Path(__file__).parent, *roots):
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            lines.append(folder)
            for name in sorted(names):
                found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 -- on every start, of every file
                lines.append(f"{name} {found.st_size} {found.st_mtime_ns}")
    return "\n".join(lines)


def open_kept(cache: Path, signature: str, stage: Callable[[Path], object]) -> Reader:
    """The index made from what the signature lists; `stage(folder)` makes it when it is not there.

    Where the cache cannot be written, the index is made in a temporary folder.
    """
    folder = cache / f"{crc32(signature.encode()):08x}"
    try:
        is_same = (folder / SIGNATURE).read_text(encoding="utf-8") == signature
    except (OSError, UnicodeError):
        is_same = False
    if is_same:
        with suppress(OSError, ValueError, KeyError, TypeError):
            return _read(folder)
    return _read(_make(cache, folder, signature, stage))


def _read(folder: Path) -> Reader:
    know_stems(json.loads((folder / STEMS).read_text(encoding="utf-8")))
    return Reader.from_folder(folder)


def _make(cache: Path, folder: Path, signature: str, stage: Callable[[Path], object]) -> Path:
    from tempfile import mkdtemp

    try:
        cache.mkdir(parents=True, exist_ok=True)
        fresh = Path(mkdtemp(prefix=".new-", dir=cache))
    except OSError:
        folder = fresh = Path(mkdtemp(prefix="prep-tracker-search-"))
    stage(fresh)
    (fresh / STEMS).write_text(json.dumps(known_stems()), encoding="utf-8")
    (fresh / SIGNATURE).write_text(signature, encoding="utf-8")
    if fresh != folder:
        for old in cache.iterdir():
            if old != fresh:
                shutil.rmtree(old, ignore_errors=True)
        fresh.rename(folder)
    return folder
