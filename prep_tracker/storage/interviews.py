"""`interviews/*.yml` read and written: the interview log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from prep_tracker.errors import InputError, NotFoundError, WorkspaceError
from prep_tracker.model.interview import (
    AskedQuestion,
    Interview,
    NextAction,
    Person,
    SentMail,
    Status,
)
from prep_tracker.model.words import Round
from prep_tracker.storage import files
from prep_tracker.storage.workspace import Workspace
from prep_tracker.storage.yaml_files import (
    change_mapping,
    decode_day,
    decode_list,
    decode_text,
    decode_word,
    read_mapping,
    render_changed,
)

KNOWN = (
    "company", "role", "starts", "zone", "minutes", "status", "rounds", "team", "format", "place", "people",
    "recruiter", "referrer", "promised_date", "decided", "notes", "asked", "differently", "next_actions", "sent",
)  # fmt: skip
"""Keys with a meaning of their own; every other key with a text is a field for e-mails."""


def list_interviews(
    workspace: Workspace,
) -> tuple[tuple[Interview, ...], tuple[WorkspaceError, ...]]:
    """All interviews, soonest first, and what could not be read (the others come all the same)."""
    found, faults = [], []
    for path in sorted(workspace.interviews.glob("*.yml")):
        try:
            found.append(read_interview(path))
        except WorkspaceError as error:
            faults.append(error)
    return tuple(
        sorted(found, key=lambda one: (one.starts is None, str(one.starts), one.id))
    ), tuple(faults)


def get_interview(workspace: Workspace, key: str) -> Interview:
    """The interview with this id, or the only one whose id begins with it.

    Raises:
        NotFoundError: There is none, or several.
        WorkspaceError: Its file cannot be read.
    """
    names = sorted(path.stem for path in workspace.interviews.glob("*.yml"))
    chosen = [key] if key in names else [name for name in names if name.startswith(key)]
    if len(chosen) == 1:
        return read_interview(workspace.interviews / f"{chosen[0]}.yml")
    known = ", ".join(chosen or names[-5:])
    what = f"'{key}' fits several interviews." if chosen else f"There is no interview '{key}'."
    raise NotFoundError(
        what, f"Say one of: {known}." if known else "Add it: prep-tracker interview add"
    )


def read_interview(path: Path) -> Interview:
    """One interview from its file.

    Raises:
        WorkspaceError: A line cannot be used; says which.
    """
    return decode_interview(read_mapping(path), path.stem, str(path))


def decode_interview(values: Mapping[str, Any], key: str, place: str) -> Interview:
    """An interview from plain values.

    Raises:
        WorkspaceError: A value cannot be used; says which.
    """
    try:
        return Interview(
            id=key,
            company=_needed(values, "company"),
            role=decode_text(values.get("role")) or "machine-learning engineer",
            starts=decode_start(values.get("starts"), decode_text(values.get("zone"))),
            zone=decode_text(values.get("zone")),
            minutes=int(values.get("minutes") or 60),
            status=decode_word(Status)(values.get("status") or Status.APPLIED),
            rounds=tuple(decode_word(Round)(one) for one in decode_list(values.get("rounds"))),
            **{
                name: decode_text(values.get(name))
                for name in ("team", "format", "place", "notes", "differently")
            },
            people=tuple(_person(one) for one in decode_list(values.get("people"))),
            recruiter=_person(values["recruiter"]) if values.get("recruiter") else None,
            referrer=_person(values["referrer"]) if values.get("referrer") else None,
            promised_date=decode_day(values.get("promised_date")),
            decided=decode_day(values.get("decided")),
            fields=tuple(
                (name, decode_text(value))
                for name, value in values.items()
                if name not in KNOWN and value
            ),
            asked=tuple(_asked(one) for one in decode_list(values.get("asked"))),
            next_actions=tuple(
                _next_action(one) for one in decode_list(values.get("next_actions"))
            ),
            sent=tuple(_sent(one) for one in decode_list(values.get("sent"))),
        )
    except (ValueError, TypeError, KeyError) as error:
        what = error.args[0] if error.args else str(error)
        raise WorkspaceError(f"{place}: {what}.", "Correct it in your editor.") from error


def _needed(values: Mapping[str, Any], name: str) -> str:
    text = decode_text(values.get(name))
    if not text:
        message = f"'{name}' is missing"
        raise ValueError(message)
    return text


def decode_start(value: object, zone: str) -> datetime | None:
    """The start with its zone; a time without a zone is this computer's local time.

    Raises:
        ValueError: It is no moment, or the zone has no such name.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, date):
        moment = datetime.fromisoformat(f"{value}T09:00")
    else:
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            message = f"'starts' is {str(value)[:40]!r}, not a moment like 2027-01-15 14:00"
            raise ValueError(message) from None
    if moment.tzinfo is not None:
        return moment
    if not zone:
        return moment.astimezone()
    try:
        return moment.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = f"'{zone[:40]}' is not the name of a time zone like Europe/Berlin"
        raise ValueError(message) from None


def _person(value: object) -> Person:
    if isinstance(value, str):
        return Person(name=value.strip())
    if not isinstance(value, Mapping):
        message = "a person is a name, or `name:` with more lines"
        raise TypeError(message)
    texts = {
        name: decode_text(value.get(name))
        for name in ("first_name", "role", "email", "discussed", "learned", "link_to_work")
    }
    named = value.get("round")
    return Person(
        name=_needed(value, "name"), round=decode_word(Round)(named) if named else None, **texts
    )


def _asked(value: object) -> AskedQuestion:
    if isinstance(value, str):
        return AskedQuestion(text=value)
    if not isinstance(value, Mapping):
        message = "a question is a text, or `text:` with more lines"
        raise TypeError(message)
    went = int(value.get("went") or 0)
    if went not in range(5):
        message = f"'went' is {went}, but must be 1 to 4"
        raise ValueError(message)
    return AskedQuestion(
        text=_needed(value, "text"),
        question_id=decode_text(value.get("question")),
        went=went,
        note=decode_text(value.get("note")),
    )


def _next_action(value: object) -> NextAction:
    if not isinstance(value, Mapping) or (due := decode_day(value.get("due"))) is None:
        message = "a next action has `what:` and `due:`"
        raise TypeError(message)
    return NextAction(what=_needed(value, "what"), due=due, is_done=bool(value.get("done", False)))


def _sent(value: object) -> SentMail:
    if not isinstance(value, Mapping):
        message = "a sent mail has `template:`, `to:` and `at:`"
        raise TypeError(message)
    return SentMail(
        template=_needed(value, "template"),
        to=decode_text(value.get("to")),
        at=datetime.fromisoformat(str(value.get("at"))),
    )


def make_id(company: str, starts: datetime | None, taken: frozenset[str]) -> str:
    """An id for a new interview: company and day, a number when it is taken."""
    day = f"-{starts.date().isoformat()}" if starts else ""
    words = re.sub(r"[^\w]+", "-", company.casefold()).strip("-")[:40] or "interview"
    stem = f"{words}{day}"
    return next(
        name for name in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if name not in taken
    )


def add_interview(workspace: Workspace, values: Mapping[str, object]) -> Interview:
    """Write a new interview's file, with comments that say what else it may hold.

    Raises:
        InputError: A value cannot be used.
        WorkspaceError: The file cannot be written.
    """
    try:
        draft = decode_interview(values, "new", "the interview")
    except WorkspaceError as error:
        raise InputError(
            error.message, "Say it differently; prep-tracker interview add --help shows how."
        ) from error
    files.make_folder(workspace.interviews)
    with files.hold(workspace.interviews / "new"):
        taken = frozenset(path.stem for path in workspace.interviews.glob("*.yml"))
        path = workspace.interviews / f"{make_id(draft.company, draft.starts, taken)}.yml"
        files.write_text(path, render_changed(TEMPLATE, values))
    return read_interview(path)


def change_interview(workspace: Workspace, key: str, changes: Mapping[str, object]) -> Interview:
    """Set some keys of an interview; comments and the rest stay.

    Raises:
        NotFoundError: There is none with this id.
        WorkspaceError: It cannot be read or written.
    """
    interview = get_interview(workspace, key)
    path = workspace.interviews / f"{interview.id}.yml"
    change_mapping(path, changes)
    return read_interview(path)


TEMPLATE = """\
# One interview. Edit it as you like: your comments stay. Everything here stays on your machine.
company: ""
role: ""
starts:                 # 2027-01-15 14:00
zone:                   # Europe/Berlin; empty means this computer's
minutes: 60
status: applied         # applied, screen, onsite, offer, closed
rounds: []              # coding, ml-breadth, ml-depth, system-design, project, behavioral, business
format:                 # video, phone, onsite
people: []              # a name, or: name, first_name, role, email, round, discussed, learned, link_to_work
recruiter:              # name, email
promised_date:          # the day by which they said you would hear
# For e-mails: discussed, learned, promised (what you send), requested (what they asked for),
# weak_question, better_answer, reason, offer_detail, counter, start_date, new_times, since, deadline
notes: ""
"""
