"""HTML to PDF by a program that is already there: weasyprint or Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from prep_tracker.errors import PrepTrackerError

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome", "microsoft-edge")
SECONDS = 60


def write_pdf(html: str, path: Path) -> None:
    """Print self-contained HTML to a PDF file.

    Raises:
        PrepTrackerError: Neither program is there, or it failed.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        _print_with_chromium(html, path)
        return
    HTML(string=html).write_pdf(path)


def _print_with_chromium(html: str, path: Path) -> None:
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if program is None:
        raise PrepTrackerError(
            "A PDF needs Chromium or weasyprint, and neither is here.",
            "Write --html instead and print it from your browser, or: pip install weasyprint",
        )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        result = Path(folder) / "page.pdf"
        command = [
            program, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile",
            *_as_root(), f"--print-to-pdf={result}", page.as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(  # noqa: S603 - fixed words and our own paths
                command, check=True, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL
            )
            shutil.copyfile(result, path)
        except (subprocess.SubprocessError, OSError) as error:
            raise PrepTrackerError(
                f"{Path(program).name} could not print the page.",
                "Write --html instead and print it from your browser.",
            ) from error


def _as_root() -> list[str]:
    """Chromium's own sandbox does not start for root, who lives in containers mostly."""
    import os

    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
