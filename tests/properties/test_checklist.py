"""What holds of every checklist, whatever the profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from prep_tracker.model.checklist import Reference, When
from prep_tracker.model.company import Company, CompanyValue
from prep_tracker.model.interview import Interview, Person
from prep_tracker.model.profile import Profile
from prep_tracker.model.words import Level, Role, Round
from prep_tracker.plan.checklist import ChecklistFacts, Ranking, compose_checklist

TODAY = date(2026, 11, 22)
references = st.builds(
    Reference,
    id=st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}", fullmatch=True),
    title=st.text(min_size=1, max_size=30),
    minutes=st.integers(0, 60),
)
several = st.lists(references, max_size=5, unique_by=lambda one: one.id).map(tuple)
rankings = st.builds(
    Ranking, overall=several, by_tip=st.dictionaries(st.integers(1, 20), several, max_size=20), cases=several,
    exercises=several, to_ask=several, explain=several,
)  # fmt: skip
profiles = st.builds(
    Profile,
    role=st.sampled_from(Role),
    level=st.sampled_from(Level),
    rounds=st.lists(st.sampled_from(Round), unique=True).map(tuple),
    interview_date=st.none() | st.integers(-10, 400).map(lambda days: TODAY + timedelta(days=days)),
)
interviews = st.none() | st.builds(
    Interview, id=st.just("northwind"), company=st.just("Northwind"), role=st.just("mle"), format=st.sampled_from(["", "video", "onsite"]),
    people=st.lists(st.builds(Person, name=st.sampled_from(["Aiko", "Tomasz"])), max_size=2).map(tuple),
)  # fmt: skip
facts = st.builds(
    ChecklistFacts, profile=profiles, today=st.just(TODAY), ranking=rankings, stories=several,
    story_gaps=st.lists(st.sampled_from(["conflict", "failure"]), unique=True).map(tuple), interview=interviews,
)  # fmt: skip


@given(facts)
def test_every_checklist_covers_all_twenty_tips_and_ids_are_unique(
    given_facts: ChecklistFacts,
) -> None:
    items = compose_checklist(given_facts)
    assert {item.tip for item in items} == set(range(1, 21))
    assert len({item.id for item in items}) == len(items)
    assert all(item.text.strip() for item in items)


@given(facts, st.data())
def test_ticks_stay_when_the_checklist_is_made_again(
    given_facts: ChecklistFacts, data: st.DataObject
) -> None:
    items = compose_checklist(given_facts)
    ticked = tuple(data.draw(st.lists(st.sampled_from(items), unique=True)))
    again = compose_checklist(replace(given_facts, ranking=Ranking()), ticked)
    done = {item.id for item in again if item.is_done}
    assert done == {item.id for item in ticked}


@settings(max_examples=20)
@given(facts)
def test_sections_come_in_order_of_time(given_facts: ChecklistFacts) -> None:
    order = list(When)
    places = [order.index(item.when) for item in compose_checklist(given_facts)]
    assert places == sorted(places)


def texts(made: ChecklistFacts) -> set[str]:
    return {item.text for item in compose_checklist(made)}


def test_role_level_company_and_date_each_change_the_checklist() -> None:
    named = tuple(Reference(id=f"p/q{n}", title=f"Question {n}") for n in range(4))
    ranking = Ranking(by_tip=dict.fromkeys(range(1, 21), named))
    profile = Profile(interview_date=TODAY + timedelta(days=10))
    base = ChecklistFacts(profile=profile, today=TODAY, ranking=ranking)
    company = Company(
        id="p/acme", pack="p", slug="acme", title="Acme", summary="", rounds=(), caution="", checked=TODAY, sources=(),
        values=(CompanyValue(title="Candor", note=""),),
    )  # fmt: skip
    other_role = replace(base, profile=replace(profile, role=Role.GENAI))
    other_level = replace(base, profile=replace(profile, level=Level.STAFF))
    tomorrow = replace(base, profile=replace(profile, interview_date=TODAY + timedelta(days=1)))
    at_acme = replace(base, company=company, company_name="Acme")
    assert {item.id for item in compose_checklist(base)} != {
        item.id for item in compose_checklist(other_role)
    }
    assert texts(base) != texts(other_level)
    assert texts(base) != texts(at_acme)
    assert any("Candor" in text for text in texts(at_acme))
    assert not any(item.when is When.THIS_WEEK for item in compose_checklist(tomorrow))


def test_interview_of_the_log_sets_day_people_and_room() -> None:
    interview = Interview(
        id="acme", company="Acme", role="mle", format="video call", starts=datetime(2026, 12, 1, 9, tzinfo=UTC),
        people=(Person(name="Aiko Tanaka"), Person(name="Tomasz Nowak")),
    )  # fmt: skip
    made = ChecklistFacts(profile=Profile(), today=TODAY, ranking=Ranking(), interview=interview)
    items = compose_checklist(made)
    assert made.days_left == 9
    assert any("Aiko Tanaka and Tomasz Nowak" in item.text for item in items)
    assert {"room-remote"} == {
        item.id for item in items if item.id.startswith("room-") and item.id != "room-tools"
    }
