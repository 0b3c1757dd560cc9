"""The plan to the day: what to study each day so that most is known on the day itself.

The mathematics is in `site_src/explanation/planning.md`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prep_tracker.plan.cards import Cards, read_budgets, read_cards, read_day
from prep_tracker.plan.deck import Deck, make_deck
from prep_tracker.plan.habits import Habits
from prep_tracker.plan.learning import fit_habits
from prep_tracker.plan.memory_model import Floats
from prep_tracker.plan.prices import make_schedule, spread_days
from prep_tracker.plan.replay import read_log, replay
from prep_tracker.plan.schedule import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Everything a plan is made of: cards with their memory, the learner, the minutes."""

    cards: Cards
    deck: Deck
    habits: Habits
    budgets: Floats


def plan(
    cards: Iterable[object],
    today: object,
    interview_date: object,
    minutes_per_day: float | Sequence[float],
    history: Iterable[object],
) -> list[list[tuple[object, float]]]:
    """Choose what to study on each day until the interview.

    It maximizes the expected sum of weight times recall on the interview day.

    Args:
        cards: Objects or mappings with id, weight, topic, minutes (of the first study) and
            difficulty (1 to 5).
        today: Day 0, a date or moment.
        interview_date: The day after the last day of the plan.
        minutes_per_day: The same for all days, or one for each; the first is what is left of
            today. Days without minutes are 0.
        history: Reviews with card_id, rating (1 to 4), time and minutes, in any order.

    Returns:
        A list of days from today to the day before the interview; a day is a list of
        (card id, minutes), most worth a minute first. Empty when the interview is not after
        today.
    """
    task = prepare(cards, today, interview_date, minutes_per_day, history)
    return [
        _name(task.cards, day, float(budget))
        for day, budget in zip(plan_sittings(task), task.budgets, strict=True)
    ]


def _name(cards: Cards, day: list[Sitting], budget: float) -> list[tuple[object, float]]:
    """A day by the ids of its cards; the rounding of a sum does not take it over its minutes."""
    named = [(cards.ids[sitting.row], sitting.minutes) for sitting in day]
    over = sum(minutes for _, minutes in named) - budget
    if named and over > 0:
        last, minutes = named[-1]
        named[-1] = last, minutes - 2 * over
    return named


def prepare(
    cards: Iterable[object],
    today: object,
    interview_date: object,
    minutes_per_day: float | Sequence[float],
    history: Iterable[object],
    habits: Habits | None = None,
) -> Task:
    """Read what `plan` is given and learn from the history; `habits` replaces the learning."""
    found, first = read_cards(cards), read_day(today)
    budgets = read_budgets(minutes_per_day, max(read_day(interview_date) - first, 0))
    log = read_log(history, found.rows, first)
    if habits is None:
        habits, memory = fit_habits(log, found)
    else:
        memory = replay(log, len(found.ids), habits.weights)
    return Task(cards=found, deck=make_deck(found, habits, memory), habits=habits, budgets=budgets)


def plan_sittings(task: Task) -> list[list[Sitting]]:
    """Sittings of every day of the task."""
    if not len(task.cards.ids) or not task.budgets.any():
        return [[] for _ in task.budgets]
    return spread_days(make_schedule(task.deck, task.habits, task.budgets), task.budgets)
