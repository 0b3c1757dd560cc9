"""`today`: what to do now, in which order, how long, and the command for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context

FIRST_TITLES = 5
"""Questions named in the text; `--json` has all."""

LINE = 100
"""Letters of a title that are shown."""

CARDS = ("new", "review")

Record = dict[str, Any]


@click.command()
@click.option("--start", is_flag=True, help="Go straight into the sitting.")
@click.option("--timer", is_flag=True, help="With --start: show the seconds while you think.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def today(context: Context, *, start: bool, timer: bool, as_json: bool) -> None:
    """What to do today, in order, with minutes and the command for each.

    It is the first day of `prep-tracker plan`, made anew from what you have done until now.
    The day rolls over at 04:00.

    Example: prep-tracker today --start
    """
    plan = read_plan_record(context)
    day: Record = plan["days"][0] if plan["days"] else {"minutes": 0, "tasks": []}
    if start:
        _start(context, day["tasks"], timer=timer)
    elif as_json:
        readiness = {name: plan["readiness"][name] for name in ("now", "planned")}
        when = {"date": context.today().isoformat()}
        say_json({**when, **day, "readiness": readiness, "remarks": plan["remarks"]})
    else:
        _say(context, plan, day)


def read_plan_record(context: Context) -> Record:
    """The plan as `record_plan` gives it, from the cache where nothing changed."""
    from prep_tracker import __version__
    from prep_tracker.storage.plan_cache import read_plan

    workspace = context.find_workspace()
    if workspace is None:
        return _make_record(context)
    context.read_shelf()
    about = f"{__version__} {context.today()} {context.read_profile()!r}"
    with context.open_journal() as journal:
        return read_plan(workspace, journal, about, lambda: _make_record(context))


def _make_record(context: Context) -> Record:
    """The plan, made anew."""
    from prep_tracker.cli.planning import make_plan, record_plan

    return record_plan(make_plan(context, context.read_profile()).plan)


def _say(context: Context, plan: Record, day: Record) -> None:
    """The day as a numbered list."""
    for remark in plan["remarks"]:
        say(remark)
    if not plan["days"]:
        return
    supposed = " (supposed)" if plan["supposed"] else ""
    name = context.today().strftime("%A %Y-%m-%d")
    say(f"{name}: {day['minutes']:.0f} minutes, {_say_left(len(plan['days']))}{supposed}")
    if not day["tasks"]:
        say(_say_nothing(context, plan, day))
        return
    for number, (title, minutes, command, names) in enumerate(_group(day["tasks"]), 1):
        say(f"{number}. {clean(title)}, {minutes:.0f} min: {command}")
        for one in names:
            say(f"     {clean(one)}")
    now, planned = plan["readiness"]["now"], plan["readiness"]["planned"]
    say(f"Readiness {now:.0%}; on the day, with the plan, {planned:.0%}.")


def _say_left(days: int) -> str:
    return "the interview is tomorrow" if days == 1 else f"{days} days to the interview"


def _say_nothing(context: Context, plan: Record, day: Record) -> str:
    """Why the day is empty."""
    if context.read_profile().minutes_on(context.today()) == 0:
        later = next((one["date"] for one in plan["days"] if one["tasks"]), None)
        return f"Today is a day off; next: {later}." if later else "Today is a day off."
    if day["minutes"] == 0:
        return "Today's minutes are used: well done."
    return "Nothing fits the minutes that are left, or nothing would pay: enjoy the evening."


def _group(tasks: list[Record]) -> list[tuple[str, float, str, list[str]]]:
    """Cards as one item (title, minutes, command, first questions), then everything else."""
    cards = [task for task in tasks if task["kind"] in CARDS]
    found: list[tuple[str, float, str, list[str]]] = []
    if cards:
        new = sum(task["kind"] == "new" for task in cards)
        noun = "question" if len(cards) == 1 else "questions"
        title = f"{len(cards)} {noun} ({new} new, {len(cards) - new} to review)"
        names = [_shorten(task["title"]) for task in cards[:FIRST_TITLES]]
        more = len(cards) - len(names)
        names += [f"... and {more} more"] if more else []
        minutes = sum(task["minutes"] for task in cards)
        found.append((title, minutes, "prep-tracker today --start", names))
    rest = [task for task in tasks if task["kind"] not in CARDS]
    return found + [(task["title"], task["minutes"], task["command"], []) for task in rest]


def _shorten(title: str) -> str:
    """A title that fits a line."""
    text = " ".join(title.split())
    return text if len(text) <= LINE else f"{text[: LINE - 3].rstrip()}..."


def _start(context: Context, tasks: list[Record], *, timer: bool) -> None:
    """Hold the sitting: the day's questions in the plan's order."""
    from prep_tracker.cli.review import sit
    from prep_tracker.memory.queue import Turn
    from prep_tracker.storage.cards import read_cards

    shelf, workspace = context.read_shelf(), context.get_workspace()
    rows = {row.id: row for row in shelf.rows}
    turns = tuple(
        Turn(id=task["id"], minutes=task["minutes"], why="new" if task["kind"] == "new" else "due")
        for task in tasks
        if task["kind"] in CARDS and task["id"] in rows
    )
    if not turns:
        talk("No questions are planned now: prep-tracker today")
        return
    retention, minutes = context.read_profile().retention, sum(turn.minutes for turn in turns)
    with context.open_journal() as journal:
        cards = read_cards(
            journal, retention=retention, aliases=shelf.aliases, cache=workspace.cache
        )
        sit(context, journal, rows, cards, turns, minutes, timer=timer)
        read_cards(journal, retention=retention, aliases=shelf.aliases, cache=workspace.cache)
