"""Follow-ups are due when they should be, filled from the log, and not twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from prep_tracker.loading import load_catalog
from prep_tracker.model.interview import Interview, Person, SentMail, Status
from prep_tracker.model.profile import Profile
from prep_tracker.model.words import Round
from prep_tracker.plan.follow_up import add_working_days, collect_fields, list_due_mails

TEMPLATES = {template.slug: template for template in load_catalog().emails}
IDS = tuple(template.id for template in TEMPLATES.values())
AIKO = Person(
    name="Aiko Tanaka",
    email="aiko@example.org",
    role="engineer",
    discussed="drift",
    learned="why alarms lag",
    round=Round.ML_DEPTH,
)
BASE = Interview(
    id="northwind", company="Northwind", role="ML engineer", starts=datetime(2026, 11, 20, 14, tzinfo=ZoneInfo("Europe/Berlin")),
    minutes=60, people=(AIKO,), recruiter=Person(name="Dana Ortiz"), rounds=(Round.CODING,),
)  # fmt: skip


def due(interview: Interview) -> dict[str, str]:
    return {
        mail.template.rpartition("/")[2]: f"{mail.due:%Y-%m-%d %H:%M}"
        for mail in list_due_mails((interview,), IDS)
    }


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 20), 2, date(2026, 11, 24)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
    ],
)
def test_working_days_skip_the_weekend(day: date, count: int, expected: date) -> None:
    assert add_working_days(day, count) == expected


def test_thanks_within_a_day_and_status_check_two_working_days_after_the_promised_date() -> None:
    found = due(replace(BASE, promised_date=date(2026, 11, 27)))
    assert found["thank-you-interviewer"] == "2026-11-21 15:00"
    assert found["status-check-first"] == "2026-12-01 09:00"


def test_without_a_promised_date_a_week_is_given() -> None:
    assert due(BASE)["status-check-first"] == "2026-12-01 09:00"


def test_sent_mails_closed_and_undated_interviews_ask_for_nothing() -> None:
    evening = datetime(2026, 11, 20, 20, tzinfo=ZoneInfo("Europe/Berlin"))
    sent = SentMail(template="follow-up/thank-you-interviewer", to="Aiko Tanaka", at=evening)
    assert "thank-you-interviewer" not in due(replace(BASE, sent=(sent,)))
    assert due(replace(BASE, status=Status.CLOSED)) == {}
    assert due(replace(BASE, starts=None)) == {}


def test_a_panel_gets_one_mail_each_and_repairs_are_asked_for() -> None:
    panel = replace(
        BASE,
        people=(AIKO, Person(name="Tomasz Nowak")),
        fields=(("weak_question", "drift"), ("requested", "slides")),
    )
    mails = list_due_mails((panel,), IDS)
    assert [mail.to for mail in mails if mail.template.endswith("panel")] == [
        "Aiko Tanaka",
        "Tomasz Nowak",
    ]
    assert {"repair-weak-answer", "send-what-was-asked"} <= set(due(panel))


def test_fields_come_from_log_and_profile() -> None:
    fields = collect_fields(TEMPLATES["thank-you-panel"], BASE, Profile(name="Sam Rivera"), None)
    assert fields["interviewer.first_name"] == "Aiko"
    assert fields["me.name"] == "Sam Rivera"
    assert fields["round"] == "ML depth"
    assert fields["discussed"] == "drift"
    assert fields["date"] == "20 November"
    assert "team" not in fields


def test_a_round_stands_in_a_sentence_as_people_write_it() -> None:
    design = replace(BASE, people=(), rounds=(Round.SYSTEM_DESIGN,))
    fields = collect_fields(TEMPLATES["after-rejection"], design, Profile(), None)
    assert fields["round"] == "system design"


@pytest.mark.parametrize("slug", sorted(TEMPLATES))
def test_no_template_turns_ml_into_a_word_of_its_own(slug: str) -> None:
    template = TEMPLATES[slug]
    assert "| title" not in template.subject + "".join(text for _, text in template.bodies)
