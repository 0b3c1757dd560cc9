"""`email`: what is due when, and drafts filled from the interview log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.email_drafts import (
    choose_people,
    get_template,
    read_drafts,
    read_templates,
)
from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.email import EmailTemplate
    from prep_tracker.model.interview import Interview, Person
    from prep_tracker.plan.follow_up import DueMail
    from prep_tracker.render.email import Draft


@click.group()
def email() -> None:
    """List what is due and draft follow-up e-mails from your interview log."""


@email.command("list")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def list_command(context: Context, *, as_json: bool) -> None:
    """Show which e-mails are due when, and all templates.

    Example: prep-tracker email list
    """
    templates, _ = read_templates(context)
    due = _list_due(context, tuple(template.id for template in templates))
    if as_json:
        say_json({
            "due": [{"interview": mail.interview, "template": mail.template, "to": mail.to,
                     "due": mail.due.isoformat(), "reason": mail.reason} for mail in due],
            "templates": [{"id": template.id, "title": template.title, "when": template.when, "to": template.to,
                           "needs": list(template.needs), "tones": [tone for tone, _ in template.bodies]}
                          for template in templates],
        })  # fmt: skip
        return
    now = context.now().astimezone().replace(tzinfo=None)
    if due:
        say("Due:")
    for mail in due:
        late = " (overdue)" if mail.due < now else ""
        say(
            f"  {mail.due:%a %d %b %H:%M}{late}  {mail.template.rpartition('/')[2]}  to {clean(mail.to)}  ({mail.reason})"
        )
        say(
            f"      prep-tracker email draft {mail.template.rpartition('/')[2]} --interview {mail.interview} --to '{clean(mail.to)}'"
        )
    say("Templates:")
    width = max((len(template.slug) for template in templates), default=0)
    for template in templates:
        say(f"  {template.slug:<{width}}  {clean(template.when)}")


def _list_due(context: Context, templates: tuple[str, ...]) -> tuple[DueMail, ...]:
    from prep_tracker.plan.follow_up import list_due_mails
    from prep_tracker.storage.interviews import list_interviews

    workspace = context.find_workspace()
    if workspace is None:
        return ()
    interviews, faults = list_interviews(workspace)
    for fault in faults:
        talk(f"warning: {fault.message} It is left out.")
    return list_due_mails(interviews, templates)


@email.command()
@click.argument("template")
@click.option("--interview", "key", default="", help="Id of an interview of your log.")
@click.option(
    "--from-file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A YAML file of the interview instead of the log.",
)
@click.option(
    "--to",
    "receiver",
    default="",
    help="Name of the person, or 'all' for one mail to each of the panel.",
)
@click.option(
    "--tone", type=click.Choice(["warm", "formal", "brief"]), default="warm", show_default=True
)
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="FIELD=VALUE",
    help="A field the log does not have; repeat it.",
)
@click.option(
    "--eml", is_flag=True, help="Also write .eml files that mail programs open as drafts."
)
@click.option("--mailto", is_flag=True, help="Also print mailto: links.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def draft(context: Context, /, **options: Any) -> None:
    """Draft an e-mail: subject and body, filled from the log.

    \b
    Examples:
      prep-tracker email draft thank-you-interviewer --interview northwind
      prep-tracker email draft thank-you-panel --interview northwind --to all --tone formal
      prep-tracker email draft decline --from-file interview.yml --set 'reason=I chose another role' --eml
    """
    from prep_tracker.render.email import find_near_copies

    drafts, key = read_drafts(context, options)
    if options["as_json"]:
        from prep_tracker.render.email import render_mailto

        say_json({"drafts": [{"template": one.template, "to": one.to_name, "address": one.to_address,
                              "subject": one.subject, "body": one.body, "mailto": render_mailto(one)} for one in drafts]})  # fmt: skip
    else:
        for one in drafts:
            _print_draft(one, mailto=options["mailto"])
    if options["eml"]:
        _write_eml(context, drafts, key)
    for first, second, likeness in find_near_copies(drafts):
        talk(
            f"warning: the mails to {first.to_name} and {second.to_name} are {likeness:.0%} the same."
        )
        talk("hint: give each person an own 'discussed' and 'learned' in the log; people compare.")


@email.command()
@click.argument("template")
@click.option("--interview", "key", required=True, help="Id of the interview.")
@click.option(
    "--to",
    "receiver",
    default="",
    help="Name of the person; the template's usual receiver when left out.",
)
@click.pass_obj
def sent(context: Context, template: str, key: str, receiver: str) -> None:
    """Say that an e-mail went out, so that it is not due any more.

    Example: prep-tracker email sent thank-you-interviewer --interview northwind --to Aiko
    """
    from prep_tracker.storage.interviews import change_interview, get_interview

    workspace = context.get_workspace()
    chosen = get_template(context, template)
    interview = get_interview(workspace, key)
    people = [
        person or _usual_receiver(chosen, interview)
        for person in choose_people(chosen, interview, receiver)
    ]
    at = context.now().astimezone().isoformat(timespec="seconds")
    rows = [
        {"template": one.template, "to": one.to, "at": one.at.isoformat()} for one in interview.sent
    ]
    rows += [
        {"template": chosen.id, "to": person.name if person else "", "at": at} for person in people
    ]
    change_interview(workspace, interview.id, {"sent": rows})
    for person in people:
        say(f"Noted: {chosen.slug} to {clean(person.name) if person else 'nobody named'}, {at}.")


def _usual_receiver(template: EmailTemplate, interview: Interview) -> Person | None:
    if template.to == "recruiter":
        return interview.recruiter
    return next(iter(interview.people), None)


def _print_draft(one: Draft, *, mailto: bool) -> None:
    from prep_tracker.render.email import render_mailto

    if one.to_name:
        say(f"To:      {one.to_name}{f' <{one.to_address}>' if one.to_address else ''}")
    say(f"Subject: {one.subject}")
    say("")
    say(one.body)
    if mailto:
        say(render_mailto(one))


def _write_eml(context: Context, drafts: tuple[Draft, ...], key: str) -> None:
    import re

    from prep_tracker.render.email import render_eml
    from prep_tracker.storage.files import write_bytes

    workspace = context.find_workspace()
    folder = workspace.drafts if workspace else context.cwd
    for one in drafts:
        words = "-".join((key, one.template.rpartition("/")[2], one.to_name))
        stem = re.sub(r"[^\w]+", "-", words.casefold()).strip("-")[:100]
        path = folder / f"{stem}.eml"
        write_bytes(path, render_eml(one))
        talk(f"Wrote {path}: open it in your mail program.")
