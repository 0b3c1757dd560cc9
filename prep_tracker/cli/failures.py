"""Warn of plugins and packs that could not be used: one line each, and exit 2 with `--strict-packs`."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from prep_tracker.cli.output import clean, talk
from prep_tracker.model.failure import Failure


def render_failure(failure: Failure) -> str:
    """The failure in one line: plugin, distribution, version, cause."""
    source = " ".join(part for part in (failure.distribution, failure.version) if part)
    return f"{clean(failure.plugin)} ({clean(source) or 'a folder'}): {clean(failure.cause)}"


def warn_of_failures(failures: Iterable[Failure]) -> None:
    """Print a warning for each failure; end with status 2 where the user asked to be strict."""
    failures = tuple(failures)
    for failure in failures:
        talk(
            f"warning: {'pack left out' if failure.is_fatal else 'pack misbehaves'}: {render_failure(failure)}"
        )
    if failures and is_strict():
        talk("hint: without --strict-packs everything else works")
        sys.exit(2)


def is_strict() -> bool:
    """Whether `--strict-packs` stands on the command line."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("strict_packs"))
