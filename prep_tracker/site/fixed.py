"""The files that go into the site as they are: the theme's, the browser app's, pictures of packs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.keys import digest_of
from prep_tracker.site.python import ARCHIVE
from prep_tracker.site.theme import STATIC, list_theme_files

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.site.python import PythonFiles
    from prep_tracker.site.theme import Theme


_NOT_SERVED = frozenset({"sw.js", ARCHIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFiles:
    """Files by their name in the site, and a digest that changes when any of them does."""

    files: dict[str, Path]
    digest: str


def find_fixed_files(theme: Theme, catalog: Catalog, python: PythonFiles) -> FixedFiles:
    """All of them."""
    files = {name: theme.root / name for name in list_theme_files(theme)}
    for path in sorted(STATIC.rglob("*")):
        if path.is_file() and not path.name.startswith(".") and path.name not in _NOT_SERVED:
            files[f"assets/{path.relative_to(STATIC).as_posix()}"] = path
    for pack in catalog.packs:
        for figure in pack.figures:
            files[urls.picture_url(pack.id, figure)] = Path(pack.root) / figure
    files |= python.files
    stamps = [
        (name, (info := path.stat()).st_size, info.st_mtime_ns) for name, path in files.items()
    ]
    return FixedFiles(files=files, digest=digest_of(theme.digest, stamps))
