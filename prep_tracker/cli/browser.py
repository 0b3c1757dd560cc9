"""Open a page of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model.urls import question_url

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context

SITE_VARIABLE = "PREP_TRACKER_SITE"
SERVED = "http://127.0.0.1:8000/"


def open_page(context: Context, question: str) -> str:
    """Open a question's page where there is a browser; a sentence with its address.

    Args:
        context: For `PREP_TRACKER_SITE`, the address of the learner's site; else the one `site serve` gives.
        question: `pack/slug`.
    """
    import click

    base = context.environ.get(SITE_VARIABLE) or SERVED
    address = f"{base.rstrip('/')}/{question_url(question)}"
    has_screen = any(
        context.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
    if has_screen or not _is_unix():
        click.launch(address)
        return f"Opened {address}"
    return f"Its page: {address} (prep-tracker site serve must run)"


def _is_unix() -> bool:
    """Whether a screen is known by the environment."""
    import sys

    return sys.platform not in {"win32", "darwin"}
