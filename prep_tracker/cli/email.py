"""`email`: what is due when, and drafts filled from the interview log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

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
    templates = context.catalog.emails
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

    template = _get_template(context, options["template"])
    interview = _read_interview(context, options["key"], options["file"])
    people = _choose_people(template, interview, options["receiver"])
    drafts = tuple(_draft_one(context, template, interview, person, options) for person in people)
    if options["as_json"]:
        from prep_tracker.render.email import render_mailto

        say_json({"drafts": [{"template": one.template, "to": one.to_name, "address": one.to_address,
                              "subject": one.subject, "body": one.body, "mailto": render_mailto(one)} for one in drafts]})  # fmt: skip
    else:
        for one in drafts:
            _print_draft(one, mailto=options["mailto"])
    if options["eml"]:
        _write_eml(context, drafts, interview)
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
    chosen = _get_template(context, template)
    interview = get_interview(workspace, key)
    people = [
        person or _usual_receiver(chosen, interview)
        for person in _choose_people(chosen, interview, receiver)
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


def _get_template(context: Context, key: str) -> EmailTemplate:
    from difflib import get_close_matches

    from prep_tracker.errors import NotFoundError

    templates = {template.id: template for template in context.catalog.emails}
    chosen = [template for template in templates.values() if key in {template.id, template.slug}]
    workspace = context.find_workspace()
    roots = {pack.id: Path(pack.root) for pack in context.catalog.packs}
    own = [one for one in chosen if workspace and roots[one.pack].is_relative_to(workspace.root)]
    chosen = own or chosen
    if len(chosen) == 1:
        return chosen[0]
    if chosen:
        raise NotFoundError(
            f"'{key}' is in several packs.", f"Say one of: {', '.join(one.id for one in chosen)}."
        )
    near = get_close_matches(key, [template.slug for template in templates.values()], n=1)
    raise NotFoundError(
        f"There is no template '{key}'.",
        f"Did you mean {near[0]}?" if near else "prep-tracker email list shows them.",
    )


def _read_interview(context: Context, key: str, file: Path | None) -> Interview | None:
    from prep_tracker.storage.interviews import get_interview, read_interview

    if file:
        return read_interview(file)
    return get_interview(context.get_workspace(), key) if key else None


def _choose_people(
    template: EmailTemplate, interview: Interview | None, name: str
) -> tuple[Person | None, ...]:
    """Whom to write to: the person named, everyone of the panel, or the template's usual receiver."""
    from prep_tracker.errors import NotFoundError

    if interview is None or not name:
        is_panel = template.to == "panel" and interview is not None and interview.people
        return tuple(interview.people) if is_panel and interview else (None,)
    everyone = [
        *interview.people,
        *(one for one in (interview.recruiter, interview.referrer) if one),
    ]
    if name == "all":
        return tuple(interview.people) or (None,)
    wanted = name.casefold()
    chosen = [one for one in everyone if wanted in one.name.casefold()]
    if len(chosen) != 1:
        names = ", ".join(one.name for one in chosen or everyone)
        raise NotFoundError(
            f"'{name}' is not one person of this interview.",
            f"Say one of: {names}." if names else "Add people to the log.",
        )
    return (chosen[0],)


def _draft_one(
    context: Context,
    template: EmailTemplate,
    interview: Interview | None,
    person: Person | None,
    options: dict[str, Any],
) -> Draft:
    from prep_tracker.plan.follow_up import collect_fields
    from prep_tracker.render.email import find_missing_fields, render_draft

    profile = context.read_profile()
    fields = collect_fields(template, interview, profile, person) if interview else {
        name: value for name, value in {"me.name": profile.name, "me.email": profile.email}.items() if value
    }  # fmt: skip
    fields.update(_decode_sets(options["sets"]))
    missing = find_missing_fields(template, fields)
    if missing and context.is_interactive() and not options["as_json"]:
        talk(
            f"The template needs what the log does not have{f' for {person.name}' if person else ''}:"
        )
        for name in missing:
            fields[name] = click.prompt(f"  {name}", err=True)
    return render_draft(template, fields, options["tone"])


def _decode_sets(sets: tuple[str, ...]) -> dict[str, str]:
    fields = {}
    for text in sets:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise click.UsageError(f"--set takes FIELD=VALUE, not '{clean(text)}'.")
        fields[name.strip()] = value.strip()
    return fields


def _print_draft(one: Draft, *, mailto: bool) -> None:
    from prep_tracker.render.email import render_mailto

    if one.to_name:
        say(f"To:      {one.to_name}{f' <{one.to_address}>' if one.to_address else ''}")
    say(f"Subject: {one.subject}")
    say("")
    say(one.body)
    if mailto:
        say(render_mailto(one))


def _write_eml(context: Context, drafts: tuple[Draft, ...], interview: Interview | None) -> None:
    import re

    from prep_tracker.render.email import render_eml
    from prep_tracker.storage.files import write_bytes

    workspace = context.find_workspace()
    folder = workspace.drafts if workspace else context.cwd
    for one in drafts:
        words = "-".join(
            (interview.id if interview else "", one.template.rpartition("/")[2], one.to_name)
        )
        stem = re.sub(r"[^\w]+", "-", words.casefold()).strip("-")[:100]
        path = folder / f"{stem}.eml"
        write_bytes(path, render_eml(one))
        talk(f"Wrote {path}: open it in your mail program.")
