"""Where this machine keeps what can be made again."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """The platform's cache folder; `PREP_TRACKER_CACHE` names another."""
    chosen = os.environ.get("PREP_TRACKER_CACHE", "")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("prep-tracker", appauthor=False))


def cache_folder_or(other: Path) -> Path:
    """The cache folder where it can be written, else another."""
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return other
    return folder if os.access(folder, os.W_OK) else other


def proof_records(packs: Path) -> tuple[Path, Path]:
    """The record that comes with the built-in packs, and the one of this machine."""
    return packs / "proofs.json", cache_folder() / "proofs.json"


def data_root() -> Path:
    """Folder of the built-in packs, with `tips.yml` and `syllabus.yml` in it."""
    package = Path(__file__).parent.parent
    packed = package / "_data" / "packs"
    return packed if packed.is_dir() else package.parent / "packs"
