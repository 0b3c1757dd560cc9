"""Follow-up e-mails: a template and an interview become subject, body, `.eml` and `mailto:`."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from prep_tracker.errors import InputError, NotFoundError, TemplateError
from prep_tracker.model.email import EmailTemplate

if TYPE_CHECKING:
    from email.headerregistry import Address

TONES = ("warm", "formal", "brief")
NEARLY_SAME = 0.8
MAX_FIELD_CHARACTERS = 4_000
ADDRESS = re.compile(r"[^@\s<>\",;:\\()\[\]]+@[^@\s<>\",;:\\()\[\]]+\.[^@\s<>\",;:\\()\[\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One e-mail, ready to be read over and sent by the learner."""

    template: str
    to_name: str
    to_address: str
    from_name: str
    from_address: str
    subject: str
    body: str


def clean_line(text: str) -> str:
    """One line without control characters, as a header value or a field in a sentence may be."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(
        c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ).strip()


def find_missing_fields(template: EmailTemplate, fields: Mapping[str, str]) -> tuple[str, ...]:
    """Names the template needs and the fields lack or leave empty."""
    return tuple(name for name in template.needs if not clean_line(fields.get(name, "")))


def render_draft(template: EmailTemplate, fields: Mapping[str, str], tone: str = "warm") -> Draft:
    """Fill a template.

    Args:
        template: The template.
        fields: Values by dotted name, e.g. `interviewer.first_name`.
        tone: One of `TONES`.

    Raises:
        InputError: A field is missing; the message names all that are.
        NotFoundError: The template has no such tone.
        TemplateError: The template is wrong or forbidden.
    """
    missing = find_missing_fields(template, fields)
    if missing:
        raise InputError(
            f"The e-mail needs {', '.join(missing)}, which the interview log does not have.",
            f"Add it to the interview's file, or say it: --set '{missing[0]}=...'.",
        )
    body = dict(template.bodies).get(tone)
    if body is None:
        raise NotFoundError(
            f"{template.id} has no tone '{tone}'.",
            f"Choose one of: {', '.join(name for name, _ in template.bodies)}.",
        )
    data = _nest_fields({name: _bound(value) for name, value in fields.items()})
    subject, text = _render_both(template.subject, body, data)
    return Draft(
        template=template.id,
        to_name=clean_line(_receiver(template, fields, "name")),
        to_address=clean_line(_receiver(template, fields, "email")),
        from_name=clean_line(fields.get("me.name", "")),
        from_address=clean_line(fields.get("me.email", "")),
        subject=_sentence_case(clean_line(subject)),
        body=text.strip() + "\n",
    )


def _render_both(subject: str, body: str, data: Mapping[str, Any]) -> tuple[str, str]:
    """Render subject and body in one child process."""
    from prep_tracker.render.child import run_limited
    from prep_tracker.render.sandbox import render_in_place

    def work() -> str:
        return json.dumps(
            [render_in_place(part, data, autoescape=False) for part in (subject, body)]
        )

    rendered: list[str] = json.loads(run_limited(work))
    if not rendered[0].strip() or not rendered[1].strip():
        raise TemplateError("The template gave an empty e-mail.", "Check the template's fields.")
    return rendered[0], rendered[1]


def _sentence_case(subject: str) -> str:
    return subject[:1].upper() + subject[1:]


def _bound(value: str) -> str:
    kept = "".join(c for c in value if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return kept[:MAX_FIELD_CHARACTERS].strip()


def _nest_fields(fields: Mapping[str, str]) -> dict[str, Any]:
    """`{"me.name": "Sam"}` as `{"me": {"name": "Sam"}}`; one-line values stay on one line."""
    nested: dict[str, Any] = {}
    for name, value in fields.items():
        head, _, tail = name.partition(".")
        text = value if name in {"better_answer", "promised", "new_times"} else clean_line(value)
        if tail:
            nested.setdefault(head, {})[tail] = text
        else:
            nested[head] = text
    return nested


def _receiver(template: EmailTemplate, fields: Mapping[str, str], part: str) -> str:
    heads = {name.partition(".")[0] for name in template.needs}
    for head in ("interviewer", "recruiter", "referrer"):
        if head in heads:
            return fields.get(f"{head}.{part}") or (
                fields.get(f"{head}.first_name", "") if part == "name" else ""
            )
    return ""


def render_eml(draft: Draft) -> bytes:
    """The draft as a message file that mail programs open for editing.

    Source: RFC 5322 (headers), RFC 2047 (non-ASCII headers) by the standard library's `email`;
    `X-Unsent: 1` asks the program to open it as a draft.

    Raises:
        InputError: An address is not one.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    if draft.to_address:
        message["To"] = _address(draft.to_name, draft.to_address)
    if draft.from_address:
        message["From"] = _address(draft.from_name, draft.from_address)
    message["Subject"] = draft.subject
    message["X-Unsent"] = "1"
    message.set_content(draft.body, charset="utf-8")
    return message.as_bytes()


def _address(name: str, address: str) -> Address:
    if not ADDRESS.fullmatch(address):
        raise InputError(
            f"'{address}' is not an e-mail address.", "Correct it in the interview's file."
        )
    from email.headerregistry import Address

    user, _, domain = address.rpartition("@")
    return Address(display_name=name, username=user, domain=domain)


def render_mailto(draft: Draft) -> str:
    """The draft as a `mailto:` link. Source: RFC 6068, percent-encoded UTF-8, CRLF line ends."""
    body = draft.body.replace("\n", "\r\n")
    return f"mailto:{quote(draft.to_address, safe='@')}?subject={quote(draft.subject, safe='')}&body={quote(body, safe='')}"


def find_near_copies(drafts: tuple[Draft, ...]) -> tuple[tuple[Draft, Draft, float], ...]:
    """Pairs of drafts to different people that are nearly the same, with their likeness 0-1."""
    if len(drafts) < 2:  # noqa: PLR2004 - a pair
        return ()
    from difflib import SequenceMatcher

    pairs = []
    for index, first in enumerate(drafts):
        for second in drafts[index + 1 :]:
            likeness = SequenceMatcher(None, _plain(first), _plain(second), autojunk=False).ratio()
            if likeness >= NEARLY_SAME:
                pairs.append((first, second, likeness))
    return tuple(pairs)


def _plain(draft: Draft) -> list[str]:
    words = re.findall(r"\w+", draft.body.casefold())
    names = set(re.findall(r"\w+", f"{draft.to_name} {draft.from_name}".casefold()))
    return [word for word in words if word not in names]
