"""Find the pack folders that a path on the command line means."""

from __future__ import annotations

from pathlib import Path

from prep_tracker.errors import InputError


def find_pack_roots(path: Path) -> tuple[Path, ...]:
    """Pack folders at, above, or one or two levels below a path.

    Raises:
        InputError: There is no such path, or no pack there.
    """
    path = path.absolute()
    if not path.exists():
        raise InputError(f"there is no {path}", "give a pack's folder, or a file inside one")
    for folder in (path, *path.parents):
        if (folder / "pack.yml").is_file():
            return (folder,)
    below = sorted(
        {found.parent for pattern in ("*/pack.yml", "*/*/pack.yml") for found in path.glob(pattern)}
    )
    if not below:
        raise InputError(
            f"there is no pack.yml in {path}", "prep-tracker packs new makes a pack to start from"
        )
    return tuple(below)
