"""Which questions and tasks of the catalog a plan is made from."""

from __future__ import annotations

from prep_tracker.model.exercise import Exercise
from prep_tracker.model.profile import Profile
from prep_tracker.model.words import Asked, Level, Role, Round
from prep_tracker.plan.subjects import Done, make_shopping, make_subjects
from prep_tracker.plan.weights import Aim, weigh_items
from tests.builders import make_question
from tests.unit.plan.test_weights import make_catalog

EXERCISES = tuple(
    Exercise(
        id=f"sample/{slug}", pack="sample", slug=slug, title=slug.title(), ask="?", topic="coding",
        level=Level.MID, roles=(Role.MLE,), rounds=(Round.CODING,), minutes=minutes,
        asked=Asked.OFTEN, signature="f()", requires=(), oracles=(), time="", memory="",
    )
    for slug, minutes in (("long", 40), ("short", 10), ("solved", 5))
)  # fmt: skip
CATALOG = make_catalog(
    make_question("sample/concept", level=Level.SENIOR),
    make_question("sample/aside"),
    make_question("sample/case", kind="case"),
    make_question("sample/known-case", kind="case"),
    make_question("sample/ask-them", kind="to-ask"),
    exercises=EXERCISES,
)
DONE = Done(
    solved=frozenset({"sample/solved"}),
    studied=frozenset({"sample/known-case"}),
    suspended=frozenset({"sample/aside"}),
    missing_stories=("ownership", "problem-solving"),
    days_since_mock=3,
)


def shopping(*rounds: Round):  # noqa: ANN201 - a Shopping
    profile = Profile(rounds=rounds)
    weights = weigh_items(CATALOG, Aim(profile=profile), (*CATALOG.questions, *EXERCISES))
    return make_shopping(CATALOG, profile, weights, DONE)


def test_spoken_questions_that_are_not_put_aside_are_cards() -> None:
    weights = weigh_items(CATALOG, Aim(profile=Profile()), CATALOG.questions)
    (subject,) = make_subjects(CATALOG, weights, DONE)
    assert subject.card.id == "sample/concept"
    assert subject.card.difficulty == 4
    assert subject.card.topic == "sample/overfitting"


def test_unsolved_exercises_come_by_worth_a_minute() -> None:
    found = shopping(Round.CODING)
    assert [chore.id for chore in found.exercises] == ["sample/short", "sample/long"]
    assert found.exercises[0].command == "prep-tracker code start short"
    assert (found.cases, found.stories) == ((), ())
    assert (found.rounds, found.days_since_mock) == (("coding",), 3)


def test_cases_and_stories_come_with_their_rounds() -> None:
    found = shopping(Round.SYSTEM_DESIGN, Round.BEHAVIORAL)
    assert [chore.id for chore in found.cases] == ["sample/case"]
    assert [chore.id for chore in found.stories] == ["story/ownership", "story/problem-solving"]
    assert found.exercises == ()
