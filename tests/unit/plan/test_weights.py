"""A weight is the product of factors that explain themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from prep_tracker.catalog import Catalog
from prep_tracker.model.company import Company, CompanyRound
from prep_tracker.model.interview import AskedQuestion, Interview
from prep_tracker.model.pack import Pack
from prep_tracker.model.profile import Profile
from prep_tracker.model.syllabus import SyllabusLine
from prep_tracker.model.words import Asked, Level, Role, Round
from prep_tracker.plan.weights import Aim, Weight, weigh_items
from tests.builders import make_question

LINE = SyllabusLine(
    id="dropout", tip=6, area="a", title="t", level="mid", roles=(), facts=(), asked_by=4
)
PROFILE = Profile(role=Role.MLE, level=Level.MID, rounds=(Round.ML_BREADTH,))
COMPANY = Company(
    id="p/acme", pack="p", slug="acme", title="Acme", summary="", values=(), caution="",
    checked=date(2026, 1, 1), sources=(),
    rounds=(
        CompanyRound(
            round=Round.ML_BREADTH, title="t", minutes=45, note="", basis="general",
            weights=(("sample/overfitting", 3.0), ("sample/other", 1.0)),
        ),
    ),
)  # fmt: skip


def make_catalog(*questions: object, exercises: tuple[object, ...] = ()) -> Catalog:
    pack = object.__new__(Pack)
    for name in Pack.__dataclass_fields__:
        object.__setattr__(pack, name, ())
    object.__setattr__(pack, "questions", questions)
    object.__setattr__(pack, "exercises", exercises)
    object.__setattr__(pack, "id", "sample")
    return Catalog(packs=(pack,), syllabus=(LINE,))


def weigh(aim: Aim, **changes: object) -> Weight:
    question = make_question("sample/one", **changes)
    catalog = make_catalog(question, make_question("sample/two", topic="other"))
    return weigh_items(catalog, aim, catalog.questions)["sample/one"]


def value(name: str, weight: Weight) -> float:
    return next((factor.value for factor in weight.factors if factor.name == name), 1.0)


def test_what_is_asked_more_often_weighs_more() -> None:
    aim = Aim(profile=PROFILE)
    often, rare = weigh(aim), weigh(aim, asked=Asked.RARE)
    assert often.value == 4 * rare.value
    assert all(factor.why for factor in often.factors)


def test_other_roles_levels_and_rounds_weigh_less() -> None:
    aim = Aim(profile=PROFILE)
    assert value("role", weigh(aim, roles=(Role.DS,))) < 1
    assert value("rounds", weigh(aim, rounds=(Round.CODING,))) < 1
    levels = [value("level", weigh(aim, level=level)) for level in Level]
    assert levels == [0.75, 1.0, 0.5, 0.2]


def test_a_crowded_topic_shares_its_weight() -> None:
    alone = make_question("sample/alone", topic="small")
    crowd = [make_question(f"sample/q{n}") for n in range(9)]
    catalog = make_catalog(alone, *crowd)
    weights = weigh_items(catalog, Aim(profile=PROFILE), catalog.questions)
    assert abs(weights["sample/alone"].value / weights["sample/q0"].value - 3) < 1e-9


def test_what_many_question_banks_have_weighs_more() -> None:
    aim = Aim(profile=PROFILE)
    assert value("tips", weigh(aim, covers=("dropout", "gone"))) == 1.5
    assert value("tips", weigh(aim)) == 1
    whys = [one.why for one in weigh(aim, covers=("dropout",)).factors if one.name == "tips"]
    assert whys == ["it serves tip 6; what it covers was found in 4 of 17 question banks"]


def test_the_company_lifts_its_topics() -> None:
    assert value("company", weigh(Aim(profile=PROFILE, company=COMPANY))) == 2.5
    silent = replace(COMPANY, rounds=())
    assert value("company", weigh(Aim(profile=PROFILE, company=silent))) == 1


def test_debriefs_lift_what_was_asked_and_more_what_went_badly() -> None:
    def aim(*asked: AskedQuestion) -> Aim:
        return Aim(
            profile=PROFILE, interviews=(Interview(id="i", company="A", role="r", asked=asked),)
        )

    well = AskedQuestion(text="?", question_id="sample/one", went=4)
    badly = AskedQuestion(text="?", question_id="sample/one", went=1)
    other = AskedQuestion(text="?", question_id="sample/three")
    assert value("debrief", weigh(aim(well))) == 3
    assert value("debrief", weigh(aim(well, badly))) == 4.5
    assert value("debrief", weigh(aim(badly, well))) == 4.5
    assert value("debrief", weigh(aim(other))) == 1
    near = AskedQuestion(text="?", question_id="sample/two")
    assert value("debrief", weigh(aim(near))) == 1
    assert value("debrief", weigh(aim(near), topic="other")) == 1.3


def test_an_empty_catalog_has_no_weights() -> None:
    assert weigh_items(Catalog(), Aim(profile=PROFILE), ()) == {}
