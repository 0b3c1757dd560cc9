"""`code`: exercises to write from scratch, judged by tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.code_check import check, hint, solution
from prep_tracker.cli.code_whiteboard import whiteboard
from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from datetime import datetime

    from prep_tracker.cli.context import Context
    from prep_tracker.model.exercise import Exercise

_TEST = re.compile(r"^def test_", re.MULTILINE)


@click.group()
def code() -> None:
    """Write an algorithm from scratch and have it judged.

    \b
    Examples:
      prep-tracker code list --level junior
      prep-tracker code start softmax
      prep-tracker code check softmax
    """


@code.command("list")
@click.option("--topic", help="Only this topic, like from-scratch or coding/from-scratch.")
@click.option(
    "--level", type=click.Choice(["junior", "mid", "senior", "staff"]), help="Only this level."
)
@click.option("--minutes", type=click.IntRange(1, 600), help="At most so many minutes.")
@click.option(
    "--done/--todo", "wanted", default=None, help="Only those you solved, or only the others."
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def list_(
    context: Context,
    topic: str | None,
    level: str | None,
    minutes: int | None,
    *,
    wanted: bool | None,
    as_json: bool,
) -> None:
    """List the exercises: level, minutes, whether you solved them, when they come back.

    Example: prep-tracker code list --todo --minutes 20
    """
    from prep_tracker.cli.facts import find_solved
    from prep_tracker.cli.failures import warn_of_failures

    warn_of_failures(context.catalog.failures)
    solved, dates = find_solved(context), _find_dates(context)
    rows = [
        encode_exercise(exercise, solved, dates)
        for exercise in context.catalog.exercises
        if (not topic or topic in {exercise.topic, f"{exercise.pack}/{exercise.topic}"})
        and (not level or exercise.level == level)
        and (not minutes or exercise.minutes <= minutes)
        and (wanted is None or (exercise.id in solved) is wanted)
    ]
    if as_json:
        say_json(rows)
        return
    _show(rows)


def encode_exercise(
    exercise: Exercise, solved: frozenset[str], dates: dict[str, datetime]
) -> dict[str, Any]:
    """The exercise in short, for `--json`."""
    due = dates.get(exercise.id)
    return {
        "id": exercise.id,
        "title": exercise.title,
        "topic": f"{exercise.pack}/{exercise.topic}",
        "level": str(exercise.level),
        "minutes": exercise.minutes,
        "asked": str(exercise.asked),
        "requires": list(exercise.requires),
        "tests": len(_TEST.findall(exercise.tests)) + len(_TEST.findall(exercise.oracle)),
        "mutants": len(exercise.mutants),
        "done": exercise.id in solved,
        "due": due.isoformat() if due else None,
    }


def _find_dates(context: Context) -> dict[str, datetime]:
    from prep_tracker.cli.code_attempt import read_dates

    workspace = context.find_workspace()
    return read_dates(context) if workspace is not None and workspace.journal.exists() else {}


def _show(rows: list[dict[str, Any]]) -> None:
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        mark, due = "x" if row["done"] else " ", f"  next {row['due'][:10]}" if row["due"] else ""
        say(
            f"[{mark}] {row['id']:{width}}  {row['level']:6} {row['minutes']:3} min  {clean(row['title'])}{due}"
        )
    done = sum(row["done"] for row in rows)
    talk(
        f"{len(rows)} exercises, {done} solved"
        if rows
        else "No exercise fits: fewer filters show more."
    )


@code.command()
@click.argument("key", metavar="ID")
@click.option("--again", is_flag=True, help="Begin anew; the old attempt is kept beside it.")
@click.pass_obj
def start(context: Context, key: str, *, again: bool) -> None:
    """Write the task and a stub into your workspace.

    Example: prep-tracker code start softmax
    """
    from prep_tracker.cli.code_attempt import get_exercise
    from prep_tracker.cli.code_start import begin

    exercise = get_exercise(context, key)
    folder = begin(context, exercise, again=again)
    say(str(folder / "task.md"))
    say(str(folder / "solution.py"))
    talk(f"{exercise.minutes} minutes. Then: prep-tracker code check {exercise.slug}")


for _command in (check, hint, solution, whiteboard):
    code.add_command(_command)
