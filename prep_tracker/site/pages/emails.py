"""The pages of e-mail templates: the filled example first, then the template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from prep_tracker.model import urls
from prep_tracker.site.page import (
    Card,
    Cards,
    Cell,
    Chip,
    Chips,
    Code,
    Fold,
    Heading,
    Page,
    Table,
    Words,
)
from prep_tracker.site.pages.count import count_of
from prep_tracker.site.pages.suggest import make_suggestion
from prep_tracker.site.papers import can_fill

if TYPE_CHECKING:
    from prep_tracker.model.email import EmailTemplate
    from prep_tracker.site.library import Library

_FIELD = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*\}\}")


def make_emails_page(library: Library) -> Page:
    """All templates as cards."""
    emails = library.catalog.emails
    cards = tuple(
        Card(title=email.title, url=urls.email_url(email.id), text=email.purpose, count=email.when)
        for email in emails
    )
    return Page(
        url=urls.EMAILS,
        title="Follow-up e-mails",
        description="Templates for the time after an interview: thank, repair, deliver, ask, accept, decline.",
        blocks=(
            Words(
                text=f"{count_of(len(emails), 'template')} for the time after an interview, each in three tones. "
                "My desk fills them in the page, prep-tracker email draft in a terminal, from your interview log.",
                style="pt-lead",
            ),
            Cards(items=cards),
        ),
        nav="emails",
        style="pt-emails",
    )


def make_email_page(library: Library, email: EmailTemplate) -> Page:
    """One template in its tones."""
    values = dict(email.example)
    tones = tuple(
        Fold(
            title=f"{tone.capitalize()}",
            anchor=tone,
            blocks=(Code(text=fill_example(body, values), language="text"),),
            is_open=number == 0,
            style="pt-fold--mail",
        )
        for number, (tone, body) in enumerate(email.bodies)
    )
    template = Fold(
        title="The template",
        anchor="template",
        blocks=(Code(text=_show_template(email), language="text"),),
    )
    return Page(
        url=urls.email_url(email.id),
        title=email.title,
        description=email.purpose,
        blocks=(
            Words(text=email.purpose, style="pt-lead"),
            Chips(
                items=(
                    Chip(label="When", text=email.when, name="when"),
                    Chip(label="To", text=email.to.replace("-", " "), name="to"),
                )
            ),
            Heading(text=f"Subject: {fill_example(email.subject, values)}", anchor="subject"),
            *_link_desk(email),
            *tones,
            template,
            Heading(text="What it needs", anchor="needs"),
            Table(
                header=("Field", "In the example"),
                rows=tuple(
                    (Cell(text=name), Cell(text=values.get(name, ""))) for name in email.needs
                ),
            ),
            make_suggestion(library, email.pack, email.path),
        ),
        crumbs=(Cell(text="Follow-up e-mails", url=urls.EMAILS),),
        nav="emails",
        style="pt-email",
        id=email.id,
    )


def _link_desk(email: EmailTemplate) -> tuple[Words, ...]:
    """The way to the desk, for templates that the page can fill."""
    if not can_fill(email):
        return ()
    return (
        Words(text="Fill it in on your desk", url=f"{urls.DESK}#emails/{quote(email.id, safe='')}"),
    )


def fill_example(template: str, values: dict[str, str]) -> str:
    """The template with its plain fields replaced; everything else in it stays as it is written."""
    return _FIELD.sub(lambda field: values.get(field[1], field[0]), template)


def _show_template(email: EmailTemplate) -> str:
    bodies = "\n\n".join(f"## {tone}\n\n{body.strip()}" for tone, body in email.bodies)
    return f"Subject: {email.subject}\n\n{bodies}\n"
