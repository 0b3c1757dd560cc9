"""Compare what came out with a golden file, or write it anew when asked to."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent


def expect_golden(name: str, text: str) -> None:
    """The text is what the golden file holds."""
    path = GOLDEN / name
    if os.environ.get("PREP_TRACKER_REWRITE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), (
        f"{name} differs; PREP_TRACKER_REWRITE=1 writes it anew, then read the diff"
    )
