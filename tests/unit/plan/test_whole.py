"""The whole plan: days of tasks within their minutes, prospects, what is left out, remarks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from prep_tracker.model.profile import Profile
from prep_tracker.plan.cards import PlanCard, Review
from prep_tracker.plan.chores import ChoreKind, Shopping
from prep_tracker.plan.days import find_calendar
from prep_tracker.plan.whole import PlanFacts, Subject, WholePlan, make_whole_plan
from prep_tracker.render.calendar import render_calendar
from prep_tracker.render.plan import (
    make_entries,
    render_plan,
    render_plot,
    render_sparkline,
    say_share,
)

TODAY = date(2026, 3, 2)


def facts(count: int = 60, days: int = 10, minutes: int = 30, **changes: object) -> PlanFacts:
    subjects = tuple(
        Subject(
            card=PlanCard(id=f"p/q{n:02}", weight=1 + n % 5, topic=f"p/t{n % 3}", minutes=5.0),
            title=f"Question <{n}>?",
            tips=(1 + n % 3,),
        )
        for n in range(count)
    )
    profile = Profile(interview_date=TODAY + timedelta(days=days), minutes_per_day=minutes)
    made = PlanFacts(
        calendar=find_calendar(profile, TODAY),
        subjects=subjects,
        work=Shopping(rounds=("coding",)),
        topics={"p/t0": "Topic zero"},
    )
    return replace(made, **changes)


def make(**changes: object) -> WholePlan:
    return make_whole_plan(facts(**changes))  # type: ignore[arg-type]


def test_days_hold_to_their_minutes_and_name_everything() -> None:
    plan = make()
    assert [day.date for day in plan.days] == [TODAY + timedelta(days=n) for n in range(10)]
    assert all(0 < day.minutes_of() <= day.minutes for day in plan.days)
    assert plan.days[2].count(ChoreKind.MOCK) == 1
    assert plan.days[2].minutes_of(ChoreKind.MOCK) == 18
    assert plan.days[-1].count(ChoreKind.CHECKLIST) == 1
    assert plan.days[0].tasks[0].title.startswith("Question")


def test_prospects_are_in_order() -> None:
    history = (Review(card_id="p/q04", rating=4, time=TODAY - timedelta(days=4), minutes=5.0),)
    prospect = make(history=history).prospect
    assert 0 < prospect.without < prospect.now < prospect.planned < prospect.more <= 1
    assert set(prospect.by_tip) == {1, 2, 3}
    assert all(now <= planned for now, planned in prospect.by_tip.values())
    assert len(prospect.course) == len(prospect.drift) == 11
    assert prospect.course[-1] == prospect.planned


def test_topics_left_out_say_why() -> None:
    found = make(count=150).left_out
    assert len(found) == 3
    assert found[0].share >= found[-1].share > 0
    assert all(one.why for one in found)
    assert "Topic zero" in {one.title for one in found}


def test_nothing_new_left_says_so() -> None:
    plan = make(count=3, minutes=2)
    assert all("no minutes" in one.why for one in plan.left_out)
    assert plan.left_out


def test_alike_questions_are_left_out_for_want_of_minutes() -> None:
    alike = tuple(
        Subject(card=PlanCard(id=f"q{n:02}", weight=1, topic="t", minutes=5.0), title="?", tips=())
        for n in range(60)
    )
    (one,) = make(subjects=alike, days=3).left_out
    assert "used up" in one.why


def test_too_much_time_no_questions_and_no_minutes_are_said() -> None:
    assert "more time than work" in " ".join(make(count=4, minutes=200).remarks)
    assert "no question" in " ".join(make(subjects=()).remarks)
    assert "no minutes" in " ".join(make(minutes=0).remarks)
    past = make(days=-3)
    assert past.days == ()
    assert "nothing left to plan" in " ".join(past.remarks)


def test_the_page_escapes_what_packs_say_and_shows_the_plot() -> None:
    page = render_plan(make())
    assert "Question &lt;" in page
    assert "Question <" not in page
    assert "data:image/svg+xml;base64," in page
    assert "Left out" in page
    assert "<img" not in render_plan(make(days=-3)).replace("img {", "")


def test_the_plot_tells_readers_what_it_shows() -> None:
    plot = render_plot(make())
    assert plot.startswith("<svg")
    assert "<desc" in plot
    assert plot.count("<polyline") == 2


def test_the_sparkline_runs_from_low_to_high() -> None:
    assert render_sparkline([]) == ""
    assert render_sparkline([0.5]) == "▅"
    assert render_sparkline([0, 1.2]) == "▁█"
    assert len(render_sparkline([0.1] * 300)) == 40


def test_shares_are_said_in_plain_percent() -> None:
    assert (say_share(0), say_share(0.004), say_share(0.5)) == ("0%", "0.4%", "50%")


def test_the_calendar_has_a_sitting_a_day_and_is_stable() -> None:
    import icalendar

    entries = make_entries(make(), time(18))
    data = render_calendar(entries, datetime(2026, 3, 2, tzinfo=UTC))
    assert data == render_calendar(entries, datetime(2026, 3, 2, tzinfo=UTC))
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == len(entries) == 10 + 2 + 1
    assert len({event["UID"] for event in events}) == len(events)
    assert str(events[0]["SUMMARY"]).startswith("Study and review")
    assert [event["DTSTART"].dt.time() for event in events[:1]] == [time(18)]


def test_the_record_is_plain_json() -> None:
    from prep_tracker.cli.planning import record_plan

    record = json.loads(json.dumps(record_plan(make())))
    assert set(record["readiness"]) >= {"now", "planned", "by_tip"}
    assert set(record["days"][0]["tasks"][0]) >= {"id", "kind", "minutes"}
