"""`interview`: the log of interviews, and their calendar."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.interview import Interview, Person
    from prep_tracker.render.calendar import Entry

ROUNDS = ("coding", "ml-breadth", "ml-depth", "system-design", "project", "behavioral", "business")
STATUSES = ("applied", "screen", "onsite", "offer", "closed")
SITTINGS_START = 19
"""Hour of the plan's sittings in the calendar; `prep-tracker plan --ics --at` chooses another."""

PERSON = re.compile(r"^\s*(?P<name>[^<,]+?)\s*(?:<(?P<email>[^>]*)>)?\s*(?:,\s*(?P<role>.+))?$")


@click.group()
def interview() -> None:
    """Keep the log of your interviews: dates, people, what was promised."""


@interview.command()
@click.option("--company", required=True, help="The company's name.")
@click.option("--role", default="", help="Title of the job.")
@click.option("--starts", default="", metavar="'2027-01-15 14:00'", help="Start, local to --zone.")
@click.option(
    "--zone", default="", metavar="Europe/Berlin", help="Time zone; this computer's when left out."
)
@click.option("--minutes", type=click.IntRange(5, 1440), default=60, show_default=True)
@click.option("--status", type=click.Choice(STATUSES), default="applied", show_default=True)
@click.option(
    "--round",
    "rounds",
    multiple=True,
    type=click.Choice(ROUNDS),
    help="A round you expect; repeat it.",
)
@click.option(
    "--person",
    "people",
    multiple=True,
    metavar="'NAME <EMAIL>, ROLE'",
    help="An interviewer; repeat it.",
)
@click.option("--recruiter", default="", metavar="'NAME <EMAIL>'")
@click.option("--format", "how", default="", help="video, phone, onsite, or your own words.")
@click.option("--place", default="", help="Address or link.")
@click.option(
    "--promised", default="", metavar="2027-01-22", help="Day by which they said you would hear."
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def add(context: Context, /, **options: Any) -> None:
    """Add an interview; its file in your workspace takes everything else.

    \b
    Example:
      prep-tracker interview add --company Northwind --role 'ML engineer' \\
        --starts '2027-01-15 14:00' --zone Europe/Berlin --round coding --round system-design \\
        --person 'Aiko Tanaka <aiko@example.org>, staff engineer'
    """
    from prep_tracker.storage.interviews import add_interview

    values: dict[str, object] = {
        "company": options["company"], "role": options["role"], "minutes": options["minutes"],
        "status": options["status"], "rounds": list(options["rounds"]), "format": options["how"], "place": options["place"],
        "people": [_decode_person(text) for text in options["people"]],
    }  # fmt: skip
    if options["starts"]:
        values["starts"] = options["starts"]
    texts = {"zone": options["zone"], "promised_date": options["promised"]}
    values.update({name: value for name, value in texts.items() if value})
    if options["recruiter"]:
        values["recruiter"] = _decode_person(options["recruiter"])
    workspace = context.get_workspace()
    made = add_interview(workspace, values)
    if options["as_json"]:
        say_json(_record(made))
        return
    say(f"Added {made.id}.")
    talk(
        f"Edit {workspace.interviews / f'{made.id}.yml'} for what was discussed, promised and asked."
    )


def _decode_person(text: str) -> dict[str, str]:
    match = PERSON.match(text)
    if match is None:
        raise click.UsageError(f"A person is 'NAME <EMAIL>, ROLE', not '{clean(text)}'.")
    return {name: value.strip() for name, value in match.groupdict().items() if value}


@interview.command("list")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a calendar of interviews, plan sittings and follow-ups.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def list_command(context: Context, ics: Path | None, *, as_json: bool) -> None:
    """List interviews with status and what is to be done next.

    Example: prep-tracker interview list --ics interviews.ics
    """
    from prep_tracker.storage.interviews import list_interviews

    found, faults = list_interviews(context.get_workspace())
    for fault in faults:
        talk(f"warning: {fault.message}")
        talk(f"hint: {fault.hint}")
    if ics:
        _write_calendar(context, found, ics)
    if as_json:
        say_json({"interviews": [_record(one) for one in found]})
        return
    if not found:
        talk("No interviews yet: prep-tracker interview add --company NAME")
    for one in found:
        when = one.starts.strftime("%Y-%m-%d %H:%M") if one.starts else "no date yet"
        say(f"{when:<16}  {one.status.value:<8}  {one.id}  {one.company}, {one.role}")
        for action in one.next_actions:
            if not action.is_done:
                say(f"    by {action.due.isoformat()}: {action.what}")


@interview.command()
@click.argument("key")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def show(context: Context, key: str, *, as_json: bool) -> None:
    """Show one interview; the beginning of its id is enough.

    Example: prep-tracker interview show northwind
    """
    from prep_tracker.storage.interviews import get_interview

    workspace = context.get_workspace()
    one = get_interview(workspace, key)
    if as_json:
        say_json(_record(one))
        return
    say(f"{one.company}, {one.role} ({one.status.value})")
    if one.starts:
        say(
            f"  {one.starts:%A %d %B %Y, %H:%M} {one.zone or one.starts.tzname() or ''}, {one.minutes} minutes"
        )
    for label, text in (
        ("Rounds", ", ".join(one.rounds)),
        ("Format", one.format),
        ("Place", one.place),
        ("Notes", one.notes),
    ):
        if text:
            say(f"  {label}: {clean(text)}")
    for person in (*one.people, *((one.recruiter,) if one.recruiter else ())):
        say(f"  {_say_person(person)}")
    for name, value in one.fields:
        say(f"  {clean(name)}: {clean(value)}")
    for asked in one.asked:
        say(
            f"  asked: {clean(asked.text)}{f' ({asked.question_id})' if asked.question_id else ''}, went {asked.went or 'unrated'}"
        )
    talk(f"File: {workspace.interviews / f'{one.id}.yml'}")


def _say_person(person: Person) -> str:
    parts = [
        person.name,
        person.role,
        person.email,
        f"discussed {person.discussed}" if person.discussed else "",
    ]
    return clean(", ".join(part for part in parts if part))


def _record(one: Interview) -> dict[str, Any]:
    return {
        "id": one.id, "company": one.company, "role": one.role, "status": one.status.value, "zone": one.zone,
        "starts": one.starts.isoformat() if one.starts else None, "minutes": one.minutes,
        "rounds": [name.value for name in one.rounds], "format": one.format,
        "people": [{"name": person.name, "role": person.role, "email": person.email} for person in one.people],
        "promised_date": one.promised_date.isoformat() if one.promised_date else None,
        "asked": [{"text": asked.text, "question": asked.question_id, "went": asked.went} for asked in one.asked],
        "next_actions": [{"what": action.what, "due": action.due.isoformat(), "done": action.is_done} for action in one.next_actions],
    }  # fmt: skip


def _write_calendar(context: Context, found: tuple[Interview, ...], path: Path) -> None:
    from prep_tracker.plan.follow_up import list_due_mails
    from prep_tracker.render.calendar import render_calendar
    from prep_tracker.storage.files import write_bytes

    entries = [_interview_entry(one, one.starts) for one in found if one.starts]
    entries += [
        _action_entry(one, number) for one in found for number in range(len(one.next_actions))
    ]
    starts = {one.id: one for one in found}
    mails = list_due_mails(found, tuple(template.id for template in context.catalog.emails))
    entries += [_mail_entry(mail, starts[mail.interview]) for mail in mails]
    entries += _sitting_entries(context)
    write_bytes(path, render_calendar(tuple(entries), context.now()))
    talk(f"Wrote {path}: {len(entries)} entries; open it in your calendar program.")


def _sitting_entries(context: Context) -> list[Entry]:
    """The plan's sittings until the profile's interview date; none where there is no date ahead."""
    from prep_tracker.cli.planning import make_plan
    from prep_tracker.render.plan import make_entries

    profile = context.read_profile()
    if profile.interview_date is None or profile.interview_date <= context.today():
        return []
    return list(make_entries(make_plan(context, profile).plan, time(SITTINGS_START)))


def _interview_entry(one: Interview, starts: datetime) -> Entry:
    from prep_tracker.render.calendar import Entry

    rounds = ", ".join(one.rounds)
    note = "\n".join(part for part in (f"Rounds: {rounds}" if rounds else "", one.notes) if part)
    return Entry(
        key=f"interview/{one.id}", title=f"Interview: {one.company}, {one.role}", starts=starts,
        minutes=one.minutes, note=note, place=one.place, alarm_minutes=30,
    )  # fmt: skip


def _action_entry(one: Interview, number: int) -> Entry:
    from prep_tracker.render.calendar import Entry

    action = one.next_actions[number]
    return Entry(
        key=f"action/{one.id}/{number}", title=f"{one.company}: {action.what}", starts=action.due
    )


def _mail_entry(mail: Any, one: Interview) -> Entry:
    from prep_tracker.render.calendar import Entry

    zone = one.starts.tzinfo if one.starts else None
    slug = mail.template.rpartition("/")[2]
    return Entry(
        key=f"mail/{mail.interview}/{slug}/{mail.to}",
        title=f"E-mail to {mail.to}: {slug.replace('-', ' ')}",
        starts=mail.due.replace(tzinfo=zone) - timedelta(minutes=15),
        minutes=15,
        note=f"prep-tracker email draft {slug} --interview {mail.interview}",
    )
