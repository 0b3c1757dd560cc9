"""Pictures of a pack: png, jpg, gif or webp by name and by their first bytes."""

from __future__ import annotations

import re
from pathlib import Path

from prep_tracker.loading.folder import Listing
from prep_tracker.loading.report import Report

MAX_FIGURE_BYTES = 5 * 1024 * 1024
_NAME = re.compile(r"figures/[A-Za-z0-9_-]{1,80}\.(png|jpg|gif|webp)")
_MAGIC = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}


def find_figure_fault(root: Path, path: str, size: int) -> str:
    """Why the file is no picture we take, or empty."""
    name = _NAME.fullmatch(path)
    if name is None:
        return "a figure is named figures/<name> and is png, jpg, gif or webp"
    if size > MAX_FIGURE_BYTES:
        return f"it is larger than 5 MiB ({size} bytes)"
    try:
        with (root / path).open("rb") as stream:
            head = stream.read(16)
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    return "" if _MAGIC[name[1]].match(head) else f"its content is not {name[1]}"


def read_figures(root: Path, listing: Listing) -> tuple[str, ...]:
    """Paths of the sound pictures; a problem in the listing for each other."""
    sound = []
    for path, stamp in listing.figures.items():
        fault = find_figure_fault(root, path, stamp[1])
        if fault:
            report = Report(root.name, path)
            report.add(
                "bad-figure", fault, hint="save it again as png, jpg, gif or webp, or delete it"
            )
            listing.problems.extend(report.problems)
        else:
            sound.append(path)
    return tuple(sound)
