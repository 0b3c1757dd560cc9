"""Drafts of e-mails: template, interview and people chosen, text rendered or taken from the last time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.email import EmailTemplate
    from prep_tracker.model.interview import Interview, Person
    from prep_tracker.render.email import Draft


def read_drafts(context: Context, options: dict[str, Any]) -> tuple[tuple[Draft, ...], str]:
    """The drafts and the interview's id: those kept in the learner's folder when nothing changed since."""
    from dataclasses import astuple, fields

    from prep_tracker.render.email import Draft

    def make() -> tuple[Any, bool]:
        asked: list[str] = []
        template = get_template(context, options["template"])
        interview = _read_interview(context, options["key"], options["file"])
        people = choose_people(template, interview, options["receiver"])
        made = [_draft_one(context, template, interview, one, options, asked) for one in people]
        return ([astuple(one) for one in made], interview.id if interview else ""), not asked

    workspace = context.find_workspace()
    if workspace is None or options["file"]:
        (rows, key), _ = make()
    else:
        names = ("template", "key", "receiver", "tone", "sets")
        rows, key = context.read_kept(
            workspace.cache / "drafts.bin",
            make,
            about=([options[name] for name in names], context.today().isoformat()),
            places=(str(workspace.profile), str(workspace.interviews)),
        )
    fields_of = tuple(field.name for field in fields(Draft))
    return tuple(Draft(**dict(zip(fields_of, row, strict=True))) for row in rows), key


def read_templates(context: Context) -> tuple[tuple[EmailTemplate, ...], dict[str, str]]:
    """All templates, and the folder of each pack; from the cache where nothing changed."""
    from dataclasses import fields

    from prep_tracker.loading.places import cache_folder
    from prep_tracker.model.email import EmailTemplate

    names = tuple(field.name for field in fields(EmailTemplate))

    def make() -> tuple[Any, bool]:
        catalog = context.catalog
        rows = [tuple(getattr(one, name) for name in names) for one in catalog.emails]
        return (rows, {pack.id: pack.root for pack in catalog.packs}), not catalog.failures

    rows, roots = context.read_kept(cache_folder() / "kept" / "emails.bin", make)
    found = (dict(zip(names, row, strict=True)) for row in rows)
    return tuple(EmailTemplate(**values) for values in found), roots


def get_template(context: Context, key: str) -> EmailTemplate:
    """The template with this id or slug; the learner's own goes before one of a pack.

    Raises:
        NotFoundError: There is none, or several packs have one.
    """
    from prep_tracker.errors import NotFoundError

    found, roots = read_templates(context)
    templates = {template.id: template for template in found}
    chosen = [template for template in templates.values() if key in {template.id, template.slug}]
    workspace = context.find_workspace()
    own = [
        one for one in chosen if workspace and Path(roots[one.pack]).is_relative_to(workspace.root)
    ]
    chosen = own or chosen
    if len(chosen) == 1:
        return chosen[0]
    if chosen:
        raise NotFoundError(
            f"'{key}' is in several packs.", f"Say one of: {', '.join(one.id for one in chosen)}."
        )
    from difflib import get_close_matches

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


def choose_people(
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
    asked: list[str],
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
        asked += missing
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
