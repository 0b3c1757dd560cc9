"""An interview: a dated event at a company, the people met, and what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from prep_tracker.model.words import Round


class Status(StrEnum):
    """Where an application stands."""

    APPLIED = "applied"
    SCREEN = "screen"
    ONSITE = "onsite"
    OFFER = "offer"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody met in an interview, and what is worth remembering of the talk.

    Attributes:
        name: Full name.
        first_name: As one writes to them; the first word of `name` when not given.
        role: What they do.
        email: Address, may be empty.
        round: The round they held, or None.
        discussed: One topic of the talk, as a noun phrase.
        learned: What the candidate took from it.
        link_to_work: One sentence that ties their problem to the candidate's work.
    """

    name: str
    first_name: str = ""
    role: str = ""
    email: str = ""
    round: Round | None = None
    discussed: str = ""
    learned: str = ""
    link_to_work: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question that was asked in an interview.

    Attributes:
        text: As it was said.
        question_id: Our question it matches, or empty.
        went: Rating 1-4: again, hard, good, easy; 0 when not rated.
        note: What to say next time.
    """

    text: str
    question_id: str = ""
    went: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAction:
    """Something to do by a day."""

    what: str
    due: date
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMail:
    """A follow-up that was sent."""

    template: str
    to: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One dated event at a company.

    Attributes:
        id: Name of its file without `.yml`.
        company: The company's name.
        role: Title of the job.
        starts: Local start with its zone, or None when not fixed.
        zone: IANA name of the zone, e.g. `Europe/Berlin`.
        minutes: Length in minutes.
        status: Where the application stands.
        rounds: Rounds held or expected.
        team: Team, may be empty.
        format: `video`, `phone`, `onsite` or own words.
        place: Address or link to the room.
        people: Interviewers.
        recruiter: The recruiter, or None.
        referrer: Who recommended the candidate, or None.
        promised_date: Day by which an answer was promised, or None.
        decided: Day of the decision, or None.
        fields: Further facts for e-mails (`promised`, `requested`, `weak_question`, ...).
        notes: Free text.
        asked: Questions that were asked.
        differently: What to do differently next time.
        next_actions: What is to be done, with dates.
        sent: Follow-ups already sent.
    """

    id: str
    company: str
    role: str
    starts: datetime | None = None
    zone: str = ""
    minutes: int = 60
    status: Status = Status.APPLIED
    rounds: tuple[Round, ...] = ()
    team: str = ""
    format: str = ""
    place: str = ""
    people: tuple[Person, ...] = ()
    recruiter: Person | None = None
    referrer: Person | None = None
    promised_date: date | None = None
    decided: date | None = None
    fields: tuple[tuple[str, str], ...] = ()
    notes: str = ""
    asked: tuple[AskedQuestion, ...] = ()
    differently: str = ""
    next_actions: tuple[NextAction, ...] = ()
    sent: tuple[SentMail, ...] = ()
