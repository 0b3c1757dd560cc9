"""The built-in packs, through the same door as everyone's."""

from __future__ import annotations

from pathlib import Path

import pluggy

hookimpl = pluggy.HookimplMarker("prep_tracker")


@hookimpl
def prep_packs() -> list[Path]:
    """Folders of the packs that come with prep-tracker."""
    packed = Path(__file__).parent / "_data" / "packs"
    root = packed if packed.is_dir() else Path(__file__).parent.parent / "packs"
    return sorted(path.parent for path in root.glob("*/pack.yml"))
