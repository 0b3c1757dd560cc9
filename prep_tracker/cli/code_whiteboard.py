"""`code whiteboard`: a countdown and a plain file, then the rubric, then the tests."""

from __future__ import annotations

import select
import sys
import time
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.output import clean, say, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.exercise import Exercise

FILE = "whiteboard.txt"


@click.command()
@click.argument("key", metavar="ID")
@click.option(
    "--minutes",
    type=click.FloatRange(0, 240),
    help="Minutes to allow (else what the exercise says).",
)
@click.option("--again", is_flag=True, help="Begin anew; the old attempt is kept beside it.")
@click.pass_obj
def whiteboard(context: Context, key: str, minutes: float | None, *, again: bool) -> None:
    """Write it without tests or editor help: a countdown, your own review, then the tests.

    Write in the plain file that is named, and talk while you write. Enter ends early.

    Example: prep-tracker code whiteboard softmax --minutes 15
    """
    from prep_tracker.cli.code_attempt import (
        get_exercise,
        read_attempt,
        record_attempt,
        write_attempt,
    )
    from prep_tracker.cli.code_running import run_file, show_verdict
    from prep_tracker.cli.code_start import begin, render_task

    exercise = get_exercise(context, key)
    folder = begin(context, exercise, again=again, name=FILE)
    say(render_task(exercise))
    talk(f"Write here: {folder / FILE}")
    count_down(exercise.minutes if minutes is None else minutes)
    marks = review(exercise)
    verdict = run_file(context, exercise, folder / FILE)
    show_verdict(exercise, verdict)
    attempt = read_attempt(context, folder)
    due = record_attempt(context, exercise, attempt, verdict, whiteboard=True, rubric=marks)
    write_attempt(folder, attempt)
    talk(
        f"Rubric: {sum(marks)} of {len(marks)}."
        + (f" It comes back on {due.astimezone():%Y-%m-%d}." if due else "")
    )
    if not verdict.passed:
        sys.exit(1)


def count_down(minutes: float) -> None:
    """Wait for the time to pass or for a line on stdin, showing what is left in a terminal."""
    end = time.monotonic() + minutes * 60
    shown = sys.stderr.isatty()
    talk("Enter when you are done.")
    while (left := end - time.monotonic()) > 0:
        if shown:
            sys.stderr.write(f"\r{int(left) // 60}:{int(left) % 60:02d} left ")
            sys.stderr.flush()
        if _has_line(min(left, 1.0)):
            break
    if shown:
        sys.stderr.write("\n")


def _has_line(seconds: float) -> bool:
    """Whether a line (or the end of input) came within the time."""
    try:
        ready, _, _ = select.select([sys.stdin], [], [], seconds)
    except (OSError, ValueError):  # Windows, or no stdin at all
        time.sleep(seconds)
        return False
    if not ready:
        return False
    if not sys.stdin.readline():
        time.sleep(seconds)
        return False
    return True


def review(exercise: Exercise) -> list[bool]:
    """Ask for each line of the rubric whether it was met."""
    talk("Be your own reviewer, honestly:")
    marks = []
    for item in exercise.rubric:
        talk(f"  {clean(item)}")
        try:
            marks.append(click.confirm("  Met?", default=False, err=True))
        except click.Abort:
            marks.append(False)
    return marks
