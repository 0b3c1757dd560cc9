"""`doctor`: say what is installed and what is wrong, also when much is broken."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.output import clean, say, say_json

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context

Finding = tuple[str, str, str]
"""State (`ok`, `note` or `wrong`), subject, and what was found."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_context
def doctor(ctx: click.Context, *, as_json: bool) -> None:
    """Say what is installed and what is wrong; exit status 1 when anything is.

    Example: prep-tracker doctor
    """
    from prep_tracker.cli.context import Context

    context = ctx.obj if isinstance(ctx.obj, Context) else Context()
    findings = [finding for part in _PARTS for finding in _guarded(part, context)]
    if as_json:
        say_json(
            {
                "findings": [
                    {"state": state, "subject": subject, "text": text}
                    for state, subject, text in findings
                ]
            }
        )
    else:
        for state, subject, text in findings:
            say(f"{state:<5} {clean(subject)}: {clean(text)}")
    sys.exit(1 if any(state == "wrong" for state, _, _ in findings) else 0)


def _guarded(part: Callable[[Context], Iterator[Finding]], context: Context) -> Iterator[Finding]:
    """The findings of one part; one that breaks is a finding."""
    try:
        yield from part(context)
    except Exception as error:  # noqa: BLE001 - a doctor that dies of the illness is none
        yield "wrong", part.__name__.strip("_"), f"{type(error).__name__}: {error}"


def _program(_context: Context) -> Iterator[Finding]:
    from platform import platform, python_version

    from prep_tracker import __version__
    from prep_tracker.proving.prove import DISTRIBUTIONS, read_versions

    yield "ok", "prep-tracker", f"{__version__}, Python {python_version()}, {platform()}"
    versions = dict(read_versions())
    have = ", ".join(f"{name} {versions[name]}" for name in DISTRIBUTIONS if name in versions)
    missing = ", ".join(name for name in DISTRIBUTIONS if name not in versions)
    if missing:
        yield "note", "proofs", f"not installed: {missing} (pip install 'prep-tracker[proofs]')"
    if have:
        yield "ok", "proofs", have


def _limits(_context: Context) -> Iterator[Finding]:
    import tempfile
    from pathlib import Path

    from prep_tracker.proving.process import Limits, run_python

    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "hello.py")
        script.write_text("print('hello')\n", encoding="utf-8")
        outcome = run_python(script, limits=Limits(wall=20, cpu=5))
    if outcome.stdout.strip() != "hello":
        yield (
            "wrong",
            "limits",
            f"a limited process cannot be run: {outcome.status} {outcome.stderr.strip()[-200:]}",
        )
    elif outcome.is_isolated:
        yield "ok", "limits", "proofs and solutions run without network, in their own process tree"
    else:
        yield (
            "note",
            "limits",
            "this platform keeps time and memory limits; network and processes are not shut off",
        )


def _cache(_context: Context) -> Iterator[Finding]:
    from prep_tracker.loading.places import cache_folder

    folder = cache_folder()
    parent = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if os.access(parent, os.W_OK):
        yield "ok", "cache", f"{folder} (may be deleted at any time)"
    else:
        yield "note", "cache", f"{folder} cannot be written: everything works, only slower"


def _packs(_context: Context) -> Iterator[Finding]:
    from prep_tracker.cli.failures import render_failure
    from prep_tracker.loading import load_catalog

    catalog = load_catalog(check=True)
    for failure in catalog.failures:
        yield "wrong" if failure.is_fatal else "note", "pack", render_failure(failure)
    found = len(catalog.all_problems)
    counts = f"{len(catalog.packs)} packs, {len(catalog.questions)} questions, {len(catalog.exercises)} exercises"
    yield "ok", "packs", counts
    if found:
        yield "note", "packs", f"{found} problems in files (prep-tracker packs check names them)"


def _workspace(context: Context) -> Iterator[Finding]:
    from prep_tracker.errors import PrepTrackerError

    workspace = context.find_workspace()
    if workspace is None:
        yield "note", "workspace", "there is none yet (prep-tracker init makes one)"
        return
    yield "ok", "workspace", str(workspace.profile.parent)
    try:
        context.read_profile()
    except PrepTrackerError as error:
        yield "wrong", "profile", f"{error.message} ({error.hint})"
    if not workspace.journal.exists():
        yield "note", "journal", "nothing recorded yet"
        return
    try:
        from prep_tracker.storage.clock import find_clock_warning

        with context.open_journal() as journal:
            yield "ok", "journal", f"{sum(1 for _ in journal.read_all())} events"
            warning = find_clock_warning(journal, context.now())
            if warning:
                yield "note", "clock", warning
    except PrepTrackerError as error:
        yield "wrong", "journal", f"{error.message} ({error.hint})"


_PARTS: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    _program,
    _limits,
    _cache,
    _packs,
    _workspace,
)
