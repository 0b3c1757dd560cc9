"""Tasks other than cards take their share of each day by the rules that are shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prep_tracker.plan.chores import MOST_OF_A_DAY, Chore, ChoreKind, Shopping, plan_chores


def chores(kind: ChoreKind, minutes: float, count: int) -> tuple[Chore, ...]:
    return tuple(
        Chore(id=f"{kind.value}{n}", kind=kind, title="t", minutes=minutes) for n in range(count)
    )


WORK = Shopping(
    exercises=chores(ChoreKind.EXERCISE, 20, 9),
    cases=chores(ChoreKind.CASE, 30, 3),
    stories=chores(ChoreKind.STORY, 20, 5),
    rounds=("coding", "behavioral"),
)


def days_of(kind: ChoreKind, days: list[list[Chore]]) -> list[int]:
    return [number for number, day in enumerate(days) for chore in day if chore.kind is kind]


def test_exercises_take_a_fifth_of_the_minutes() -> None:
    only = Shopping(exercises=WORK.exercises)
    days = plan_chores([60.0] * 12, only)
    assert sum(chore.minutes for day in days[:-1] for chore in day) == 140


def test_a_mock_comes_every_four_days_and_not_on_the_last() -> None:
    days = plan_chores([60.0] * 12, WORK)
    assert days_of(ChoreKind.MOCK, days) == [2, 6, 10]
    assert [c.id for d in days for c in d if c.kind is ChoreKind.MOCK] == [
        "mock/coding",
        "mock/behavioral",
        "mock/coding",
    ]
    assert days_of(ChoreKind.MOCK, plan_chores([60.0] * 11, WORK)) == [2, 6]


def test_a_mock_held_lately_puts_the_next_one_off() -> None:
    recent = Shopping(rounds=("coding",), days_since_mock=1)
    assert days_of(ChoreKind.MOCK, plan_chores([60.0] * 6, recent)) == [3]


def test_the_last_day_has_the_checklist_and_nothing_else() -> None:
    days = plan_chores([60.0] * 5, WORK)
    assert [chore.id for chore in days[-1]] == ["checklist"]
    assert plan_chores([], WORK) == []


def test_a_last_day_without_minutes_still_names_the_checklist() -> None:
    (chore,) = plan_chores([0.0], WORK)[0]
    assert (chore.id, chore.minutes) == ("checklist", 0)


def test_without_rounds_there_is_no_mock() -> None:
    assert days_of(ChoreKind.MOCK, plan_chores([60.0] * 9, Shopping())) == []


@given(st.lists(st.floats(0, 200), max_size=30))
def test_they_leave_their_part_of_every_day_to_questions(minutes: list[float]) -> None:
    days = plan_chores(minutes, WORK)
    assert len(days) == len(minutes)
    ids = [chore.id for day in days for chore in day if chore.kind is not ChoreKind.MOCK]
    assert len(set(ids)) == len(ids)
    for day, budget in zip(days, minutes, strict=True):
        assert sum(chore.minutes for chore in day) <= MOST_OF_A_DAY * budget + 1e-9
