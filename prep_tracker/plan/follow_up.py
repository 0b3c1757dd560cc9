"""Which follow-up is due when, and the facts that fill it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.interview import Interview, Person, Status
from prep_tracker.model.profile import Profile
from prep_tracker.model.words import ROUND_TITLES, Round

WORKING_DAYS_OF_GRACE = 2
"""A status check waits this many working days after the promised date."""

DAYS_WITHOUT_PROMISE = 7
"""With no date promised, an answer is taken as due this many days after the interview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMail:
    """A follow-up that should go out.

    Attributes:
        interview: Id of the interview.
        template: Id of the template.
        to: Name of the person.
        due: Local moment by which it should go.
        reason: Why now, in one phrase.
    """

    interview: str
    template: str
    to: str
    due: datetime
    reason: str


def add_working_days(day: date, count: int) -> date:
    """The day `count` working days (Monday to Friday) after `day`."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:  # noqa: PLR2004 - Saturday is 5
            count -= 1
    return day


def list_due_mails(
    interviews: tuple[Interview, ...], templates: tuple[str, ...]
) -> tuple[DueMail, ...]:
    """Follow-ups of all interviews that were not sent, soonest first.

    Args:
        interviews: The log.
        templates: Ids of the templates at hand; a mail without its template is not listed.
    """
    slugs = {template.rpartition("/")[2]: template for template in templates}
    due = [
        DueMail(
            interview=interview.id, template=slugs[slug], to=person.name, due=moment, reason=reason
        )
        for interview in interviews
        for slug, person, moment, reason in _list_wanted(interview)
        if slug in slugs and not _is_sent(interview, slug, person)
    ]
    return tuple(sorted(due, key=lambda mail: (mail.due, mail.interview, mail.to)))


def _list_wanted(interview: Interview) -> list[tuple[str, Person, datetime, str]]:
    """Template, receiver, moment and reason of each follow-up an interview asks for."""
    if interview.starts is None or interview.status is Status.CLOSED:
        return []
    start = interview.starts.replace(tzinfo=None)
    end = start + timedelta(minutes=interview.minutes)
    day_after = end + timedelta(hours=24)
    is_panel = len(interview.people) > 1
    thanks = "thank-you-panel" if is_panel else "thank-you-interviewer"
    wanted = [(thanks, person, day_after, "thanks within 24 hours") for person in interview.people]
    if interview.recruiter:
        wanted.append(
            ("thank-you-recruiter", interview.recruiter, day_after, "thanks within 24 hours")
        )
        if interview.decided is None and interview.status is not Status.OFFER:
            wanted.append(_status_check(interview, interview.recruiter, start.date()))
    if dict(interview.fields).get("requested") and interview.people:
        wanted.append(("send-what-was-asked", interview.people[0], day_after, "they asked for it"))
    if dict(interview.fields).get("weak_question") and interview.people:
        wanted.append(("repair-weak-answer", interview.people[0], day_after, "an answer to repair"))
    return wanted


def _status_check(
    interview: Interview, recruiter: Person, day: date
) -> tuple[str, Person, datetime, str]:
    promised = interview.promised_date or day + timedelta(days=DAYS_WITHOUT_PROMISE)
    check = add_working_days(promised, WORKING_DAYS_OF_GRACE)
    said = "the date they named" if interview.promised_date else "a week without a date"
    return (
        "status-check-first",
        recruiter,
        datetime.combine(check, time(9)),
        f"two working days after {said}",
    )


def _is_sent(interview: Interview, slug: str, person: Person) -> bool:
    return any(
        mail.template.rpartition("/")[2] == slug and mail.to == person.name
        for mail in interview.sent
    )


def collect_fields(
    template: EmailTemplate, interview: Interview, profile: Profile, person: Person | None
) -> dict[str, str]:
    """What the log and the profile say, by the names templates use; empty ones left out.

    Args:
        template: Says whether the mail goes to an interviewer, the recruiter or the referrer.
        interview: From the log.
        profile: The learner.
        person: The receiver, or None for the interview's first fitting one.
    """
    heads = {name.partition(".")[0] for name in template.needs}
    receiver = person or _first_fitting(interview, heads)
    fields = {
        "me.name": profile.name,
        "me.email": profile.email,
        "me.phone": profile.phone,
        "me.link": profile.link,
        "company": interview.company,
        "role": interview.role,
        "team": interview.team,
        "date": _say_day(interview.starts.date()) if interview.starts else "",
        "promised_date": _say_day(interview.promised_date) if interview.promised_date else "",
        **dict(interview.fields),
        **_person_fields("recruiter", interview.recruiter),
        **_person_fields("referrer", interview.referrer),
        **_person_fields("interviewer", receiver),
    }
    if receiver:
        own = {
            "discussed": receiver.discussed,
            "learned": receiver.learned,
            "link_to_work": receiver.link_to_work,
        }
        fields.update({name: value for name, value in own.items() if value})
    named = receiver.round if receiver and receiver.round else next(iter(interview.rounds), None)
    if named:
        fields.setdefault("round", _say_round(named))
    return {name: value for name, value in fields.items() if value}


def _say_round(name: Round) -> str:
    """The round inside a sentence: "system design", and "ML depth" with its capitals."""
    title = ROUND_TITLES[name]
    return title if title[:2].isupper() else title.lower()


def _first_fitting(interview: Interview, heads: set[str]) -> Person | None:
    if "interviewer" in heads:
        return next(iter(interview.people), None)
    return interview.recruiter if "recruiter" in heads else interview.referrer


def _person_fields(head: str, person: Person | None) -> dict[str, str]:
    if person is None:
        return {}
    first = person.first_name or next(iter(person.name.split()), "")
    return {
        f"{head}.name": person.name,
        f"{head}.first_name": first,
        f"{head}.role": person.role,
        f"{head}.email": person.email,
    }


def _say_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
