"""`checklist`: the pre-interview checklist, made from profile, plan, journal, stories and log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import render_json, say, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.checklist import ChecklistItem
    from prep_tracker.model.interview import Interview
    from prep_tracker.model.profile import Profile
    from prep_tracker.plan.checklist import ChecklistFacts
    from prep_tracker.storage.workspace import Workspace

ROLES = ("mle", "ds", "research", "genai", "mlops")
LEVELS = ("junior", "mid", "senior", "staff")
ROUNDS = ("coding", "ml-breadth", "ml-depth", "system-design", "project", "behavioral", "business")

FILES = ("output", "html", "pdf")


@click.group(invoke_without_command=True)
@click.option("--role", type=click.Choice(ROLES), help="Job aimed at.")
@click.option("--level", type=click.Choice(LEVELS), help="Seniority.")
@click.option("--company", default="", help="Name of the company, or id of a company profile.")
@click.option(
    "--round",
    "rounds",
    multiple=True,
    type=click.Choice(ROUNDS),
    help="A round you expect; repeat it.",
)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the interview.")
@click.option("--interview", "key", default="", help="An interview of your log.")
@click.option(
    "--profile",
    "profile_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A profile file instead of your workspace's.",
)
@click.option("--day-before", is_flag=True, help="Only from the day before on: two printed pages.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write Markdown to a file.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write self-contained HTML to a file.",
)
@click.option(
    "--pdf",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a PDF (needs Chromium or weasyprint).",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_context
def checklist(ctx: click.Context, /, **options: Any) -> None:
    """Your pre-interview checklist, covering all twenty tips.

    It is made from your profile, what is still weak, your stories and the interview log;
    flags stand in for what is not there.

    \b
    Examples:
      prep-tracker checklist
      prep-tracker checklist --role genai --level senior --company anthropic --date 2027-01-15
      prep-tracker checklist --day-before --html tomorrow.html
      prep-tracker checklist done debrief
    """
    ctx.meta["checklist.options"] = options
    if ctx.invoked_subcommand is None:
        _report(ctx.obj, options)


@checklist.command()
@click.argument("ids", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Take the tick back.")
@click.pass_context
def done(ctx: click.Context, ids: tuple[str, ...], *, undo: bool) -> None:
    """Tick items by id; the beginning of an id is enough when it is the only one.

    Example: prep-tracker checklist done debrief
    """
    from prep_tracker.storage.ticks import change_ticks

    context: Context = ctx.obj
    workspace = context.get_workspace()
    _, items = _compose(context, ctx.meta["checklist.options"])
    chosen = tuple(_find_item(items, key) for key in ids)
    change_ticks(workspace, chosen, is_done=not undo)
    for item in chosen:
        say(f"[{' ' if undo else 'x'}] {item.text}")


def _find_item(items: tuple[ChecklistItem, ...], key: str) -> ChecklistItem:
    from difflib import get_close_matches

    from prep_tracker.errors import NotFoundError

    exact = [item for item in items if item.id == key] or [
        item for item in items if item.id.startswith(key)
    ]
    if len(exact) == 1:
        return exact[0]
    if exact:
        raise NotFoundError(
            f"'{key}' fits several items.", f"Say one of: {', '.join(item.id for item in exact)}."
        )
    near = get_close_matches(key, [item.id for item in items], n=1)
    raise NotFoundError(
        f"There is no item '{key}'.",
        f"Did you mean {near[0]}?" if near else "prep-tracker checklist lists them.",
    )


def _compose(
    context: Context, options: dict[str, Any]
) -> tuple[ChecklistFacts, tuple[ChecklistItem, ...]]:
    """The facts and the items with their ticks."""
    from prep_tracker.cli.facts import gather_facts
    from prep_tracker.plan.checklist import compose_checklist
    from prep_tracker.storage.ticks import read_ticks

    workspace = context.find_workspace() if options["profile_file"] is None else None
    profile = _choose_profile(context, options)
    interview = _choose_interview(context, options["key"]) if workspace else None
    facts = gather_facts(context, workspace, profile, interview, options["company"])
    ticked = read_ticks(workspace) if workspace else ()
    return facts, compose_checklist(facts, ticked)


def _choose_profile(context: Context, options: dict[str, Any]) -> Profile:
    """The profile of the file or workspace, with what the flags say."""
    from prep_tracker.model.words import Level, Role, Round
    from prep_tracker.storage.files import read_text
    from prep_tracker.storage.profile import decode_profile
    from prep_tracker.storage.yaml_files import decode_mapping

    file: Path | None = options["profile_file"]
    profile = (
        decode_profile(decode_mapping(read_text(file), str(file)), str(file))
        if file
        else context.read_profile()
    )
    changes: dict[str, Any] = {}
    if options["role"]:
        changes["role"] = Role(options["role"])
    if options["level"]:
        changes["level"] = Level(options["level"])
    if options["rounds"]:
        changes["rounds"] = tuple(Round(name) for name in options["rounds"])
    day: datetime | None = options["day"]
    if day:
        changes["interview_date"] = day.date()
    return replace(profile, **changes)


def _choose_interview(context: Context, key: str) -> Interview | None:
    """The interview asked for, else the next one of the log, else None."""
    from prep_tracker.storage.interviews import get_interview, list_interviews

    workspace = context.get_workspace()
    if key:
        return get_interview(workspace, key)
    found, faults = list_interviews(workspace)
    for fault in faults:
        talk(f"warning: {fault.message} It is left out.")
    today: date = context.today()
    return next((one for one in found if one.starts and one.starts.date() >= today), None)


def _report(context: Context, options: dict[str, Any]) -> None:
    """Print it, or write the files that were asked for."""
    if any(options[form] for form in FILES):
        _make_report(context, options)
    else:
        say(_read_report(context, options))


def _read_report(context: Context, options: dict[str, Any]) -> str:
    """What is printed: made anew, or what was kept when nothing changed since."""
    from prep_tracker.loading.places import cache_folder

    workspace = context.find_workspace()
    folder = workspace.cache if workspace else cache_folder() / "kept"
    places = [options["profile_file"]] if options["profile_file"] else []
    if workspace:
        places += [workspace.profile, workspace.stories, workspace.interviews, workspace.journal]
        places += [
            workspace.root / name for name in ("journal.db-wal", "checklist.json", "templates")
        ]
    text: str = context.read_kept(
        folder / "checklist.bin",
        lambda: (_make_report(context, options), _has_no_faults(workspace)),
        about=(repr(options), context.today().isoformat(), context.offset()),
        places=tuple(map(str, places)),
    )
    return text


def _has_no_faults(workspace: Workspace | None) -> bool:
    """Whether every file of the learner could be read; one that cannot be is warned of each time."""
    from prep_tracker.storage.interviews import list_interviews
    from prep_tracker.storage.stories import list_stories

    return workspace is None or not (list_interviews(workspace)[1] or list_stories(workspace)[1])


def _make_report(context: Context, options: dict[str, Any]) -> str:
    """What is printed; files that were asked for are written."""
    from prep_tracker.render.checklist import (
        DAY_BEFORE_SECTIONS,
        list_plain_items,
        render_checklist,
    )
    from prep_tracker.storage.files import write_text

    facts, items = _compose(context, options)
    only = DAY_BEFORE_SECTIONS if options["day_before"] else ()
    folders = context.template_folders()
    if options["as_json"]:
        return render_json({"items": list_plain_items(items, only)})
    for form, path in (("md", options["output"]), ("html", options["html"])):
        if path:
            write_text(path, render_checklist(form, facts, items, only=only, folders=folders))
            talk(f"Wrote {path}.")
    if options["pdf"]:
        from prep_tracker.render.pdf import write_pdf

        write_pdf(
            render_checklist("html", facts, items, only=only, folders=folders), options["pdf"]
        )
        talk(f"Wrote {options['pdf']}.")
    if any(options[form] for form in FILES):
        return ""
    return render_checklist("md", facts, items, only=only, folders=folders).rstrip("\n")
