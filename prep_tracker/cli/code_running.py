"""Have a solution judged by the first runner that knows it, and show the verdict."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prep_tracker.cli.output import clean, say
from prep_tracker.errors import InputError, PrepTrackerError

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.verdict import Checked, Verdict
    from prep_tracker.plugins import Plugin

SECONDS = 120.0
"""Seconds that a runner may take; the built-in one stops far earlier."""

MOST_SHOWN = 3
"""Failed tests that are shown with input, expected and got; the others by name."""

FIELDS = ("name", "status", "input", "expected", "got", "message")


def run_folder(context: Context, exercise: Exercise, folder: Path) -> Verdict:
    """The verdict of the first runner that knows the files in the folder.

    Raises:
        InputError: No runner does.
        PrepTrackerError: A runner failed.
    """
    from prep_tracker.cli.failures import render_failure
    from prep_tracker.model.verdict import Verdict
    from prep_tracker.plugins import Plugins, find_plugins

    plugins = Plugins(
        plugins=[*find_plugins(context.environ).plugins, _built_in()], seconds=SECONDS
    )
    verdict = plugins.run_exercise(exercise, folder)
    if isinstance(verdict, Verdict):
        return verdict
    if plugins.failures:
        raise PrepTrackerError(
            f"The solution could not be judged: {render_failure(plugins.failures[-1])}.",
            "Mend that, then check again.",
        )
    raise InputError(
        "There is no solution that a runner knows.", f"Write {folder / 'solution.py'}."
    )


def run_file(context: Context, exercise: Exercise, path: Path) -> Verdict:
    """The verdict on one file, copied into a folder of its own as `solution` with its ending."""
    with tempfile.TemporaryDirectory(prefix="prep-tracker-") as folder:
        ending = ".py" if path.suffix in {"", ".txt"} else path.suffix
        try:
            shutil.copyfile(path, Path(folder) / f"solution{ending}")
        except OSError as error:
            raise InputError(
                f"{clean(str(path))} cannot be read.", "Is that the right path?"
            ) from error
        return run_folder(context, exercise, Path(folder))


def _built_in() -> Plugin:
    import pluggy

    from prep_tracker import hookspecs
    from prep_tracker.plugins import Plugin
    from prep_tracker.proving import runner

    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(runner, name="runner")
    return Plugin(name="runner", manager=manager)


def encode_verdict(exercise: Exercise, verdict: Verdict) -> dict[str, Any]:
    """The verdict for `--json`."""
    return {
        "id": exercise.id,
        "passed": verdict.passed,
        "verdict": verdict.verdict,
        "message": verdict.message,
        "seconds": verdict.seconds,
        "tests": [{field: getattr(test, field) for field in FIELDS} for test in verdict.tests],
        "printed": verdict.printed,
        "guards": list(verdict.guards),
    }


def show_verdict(exercise: Exercise, verdict: Verdict) -> None:
    """Print the verdict: a line for each test, and what failed with input, expected, got."""
    passed = sum(test.status == "passed" for test in verdict.tests)
    words = {
        "passed": "passed",
        "failed": "not yet",
        "timeout": "too slow",
        "crashed": "crashed",
        "broken": "does not run",
    }
    told = (
        f": {clean(verdict.message)}"
        if verdict.message
        else f": {passed} of {len(verdict.tests)} tests passed"
    )
    say(f"{exercise.id} {words.get(verdict.verdict, verdict.verdict)}{told}")
    shown = 0
    for test in verdict.tests:
        shown += test.status == "failed"
        _show_test(test, whole=shown <= MOST_SHOWN)
    if verdict.printed and not verdict.passed:
        size = (
            f" (the first of {verdict.printed_bytes:,} bytes)"
            if verdict.printed_bytes > len(verdict.printed)
            else ""
        )
        say(f"\nYour code printed{size}:")
        for line in verdict.printed.splitlines()[:10]:
            say(f"  {clean(line)[:200]}")


def _show_test(test: Checked, *, whole: bool) -> None:
    marks = {"passed": "ok  ", "failed": "FAIL", "not-run": "-   "}
    say(f"  {marks.get(test.status, '?   ')} {clean(test.name)}")
    if test.status != "failed" or not whole:
        return
    for label, text in (
        ("input", test.input),
        ("expected", test.expected),
        ("got", test.got),
        ("why", test.message),
    ):
        if text and not (label == "why" and text == test.got):
            say(f"         {label:9}{clean(text)}")
