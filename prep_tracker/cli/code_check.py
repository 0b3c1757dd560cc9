"""`code check`, `code hint`, `code solution`: the tests, the next hint, the reference beside yours."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.exercise import Exercise


@click.command()
@click.argument("key", metavar="ID")
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    help="Judge this file, not the one in your workspace.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def check(context: Context, key: str, path: Path | None, *, as_json: bool) -> None:
    """Run the tests on your solution; ends with status 1 until all pass.

    Your code runs in a process of its own with limits on time, memory, files and network.
    That guards against accidents; it is not a jail.

    Example: prep-tracker code check softmax
    """
    from prep_tracker.cli.code_attempt import (
        folder_of,
        get_exercise,
        get_folder,
        read_attempt,
        record_attempt,
        write_attempt,
    )
    from prep_tracker.cli.code_running import encode_verdict, run_file, run_folder, show_verdict

    exercise = get_exercise(context, key)
    folder = None if path is not None else get_folder(context, exercise)
    verdict = (
        run_file(context, exercise, path)
        if path is not None
        else run_folder(context, exercise, folder_of(context, exercise))
    )
    due = None
    if verdict.verdict != "unavailable" and (
        folder is not None or context.find_workspace() is not None
    ):
        home = folder or folder_of(context, exercise)
        attempt = read_attempt(context, home)
        due = record_attempt(context, exercise, attempt, verdict)
        if home.is_dir():
            write_attempt(home, attempt)
    if as_json:
        say_json({**encode_verdict(exercise, verdict), "due": due.isoformat() if due else None})
    else:
        show_verdict(exercise, verdict)
        _advise(exercise, passed=verdict.passed)
        if due is not None:
            talk(f"It comes back on {due.astimezone():%Y-%m-%d}.")
    if not verdict.passed:
        sys.exit(1)


def _advise(exercise: Exercise, *, passed: bool) -> None:
    if passed:
        talk(f"Compare with the reference: prep-tracker code solution {exercise.slug}")
        for probe in exercise.probes:
            talk(f"The interviewer goes on: {clean(probe.ask)}")
    else:
        talk(f"Stuck? prep-tracker code hint {exercise.slug}")


@click.command()
@click.argument("key", metavar="ID")
@click.pass_obj
def hint(context: Context, key: str) -> None:
    """Show the next hint; what you used is recorded with the attempt.

    Example: prep-tracker code hint softmax
    """
    from prep_tracker.cli.code_attempt import get_exercise, get_folder, read_attempt, write_attempt
    from prep_tracker.render.terminal import plain_formulas

    exercise = get_exercise(context, key)
    folder = get_folder(context, exercise)
    attempt = read_attempt(context, folder)
    hints = [plain_formulas(clean(text)) for text in exercise.hints]
    total = len(hints)
    if attempt.hints < total:
        attempt.hints += 1
        write_attempt(folder, attempt)
        say(f"Hint {attempt.hints} of {total}: {hints[attempt.hints - 1]}")
        return
    for number, text in enumerate(hints, 1):
        say(f"Hint {number} of {total}: {text}")
    talk(f"These were all. prep-tracker code solution {exercise.slug} shows the reference.")


@click.command()
@click.argument("key", metavar="ID")
@click.option("--anyway", is_flag=True, help="Show it although you have not tried.")
@click.pass_obj
def solution(context: Context, key: str, *, anyway: bool) -> None:
    """Show the reference: its idea, how yours differs, and what a reviewer looks for.

    Example: prep-tracker code solution softmax
    """
    from prep_tracker.cli.code_attempt import folder_of, get_exercise, read_attempt, write_attempt
    from prep_tracker.errors import InputError

    exercise = get_exercise(context, key)
    tried = _count_attempts(context, exercise)
    if not tried and not anyway:
        raise InputError(
            f"You have not tried {exercise.id} yet.",
            f"`prep-tracker code check {exercise.slug}` first, or --anyway.",
        )
    workspace = context.find_workspace()
    folder = folder_of(context, exercise) if workspace is not None else None
    if folder is not None and folder.is_dir():
        attempt = read_attempt(context, folder)
        attempt.seen = attempt.seen or not _is_solved(context, exercise)
        write_attempt(folder, attempt)
    _show_solution(exercise, folder)


def _show_solution(exercise: Exercise, folder: Path | None) -> None:
    from difflib import unified_diff

    from prep_tracker.render.terminal import plain_formulas

    say(f"{clean(exercise.title)}: time {clean(exercise.time)}, memory {clean(exercise.memory)}\n")
    say(plain_formulas(exercise.section_text("Approach").strip()))
    yours = folder / "solution.py" if folder is not None else None
    if yours is not None and yours.is_file():
        mine = yours.read_text("utf-8", "replace").splitlines()
        lines = list(
            unified_diff(
                mine, exercise.solution.splitlines(), "yours", "reference", lineterm="", n=99
            )
        )
        say(
            "\nFrom yours (-) to the reference (+):\n"
            if lines
            else "\nYours is the reference, word for word."
        )
        for line in lines:
            say(line)
    else:
        say(f"\n{exercise.solution.rstrip()}")
    say("\nWhat a reviewer looks for:")
    for item in exercise.rubric:
        say(f"- {plain_formulas(item)}")


def _count_attempts(context: Context, exercise: Exercise) -> int:
    from prep_tracker.model.event import EventKind

    workspace = context.find_workspace()
    if workspace is None or not workspace.journal.exists():
        return 0
    with context.open_journal() as journal:
        return len(journal.read_events(kinds=(EventKind.ATTEMPT,), item=exercise.id))


def _is_solved(context: Context, exercise: Exercise) -> bool:
    from prep_tracker.cli.facts import find_solved

    return exercise.id in find_solved(context)
