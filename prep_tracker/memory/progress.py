"""Where the learner stands: counts, calibration, streak, strength, leeches, readiness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prep_tracker.memory import habit, queue, readiness
from prep_tracker.memory.calibration import Calibration, measure
from prep_tracker.memory.habit import Day
from prep_tracker.memory.queue import Item, Moment
from prep_tracker.memory.readiness import Gain, Readiness, Subject
from prep_tracker.model.card import Card
from prep_tracker.model.profile import Profile

GAINS = 5
FORECAST_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the learner has in front of them.

    Attributes:
        subjects: The questions that count, for readiness.
        items: The same questions, for the queue.
        cards: The learner's cards, by question; also of questions that are in no pack now.
        days: What was done, by local day.
        profile: The learner's aim.
    """

    subjects: Sequence[Subject]
    items: Sequence[Item]
    cards: Mapping[str, Card]
    days: Mapping[date, Day]
    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the learner stands.

    Attributes:
        due: Questions up for review today.
        learned: Questions reviewed at least once.
        mature: Those whose memory lasts three weeks or more.
        suspended: Questions put aside.
        missing: Learned questions that no installed pack has now; their history is kept.
        total: Questions that count.
        calibration: Recall measured against predicted.
        streak: Days in a row with study.
        today_minutes: Minutes studied today.
        leeches: Ids of questions failed again and again.
        readiness_now: Expected shares at this instant.
        readiness: Expected shares on the interview day if nothing more is learned.
        gains: The topics that would raise it most.
        forecast: Reviews and minutes of the coming days.
    """

    due: int
    learned: int
    mature: int
    suspended: int
    missing: int
    total: int
    calibration: Calibration
    streak: int
    today_minutes: float
    leeches: tuple[str, ...]
    readiness_now: Readiness
    readiness: Readiness
    gains: tuple[Gain, ...]
    forecast: tuple[tuple[int, float], ...]


def take_stock(scene: Scene, moment: Moment, today: date, interview: int) -> Progress:
    """Where the learner stands now.

    Args:
        scene: What is in front of them.
        moment: Now, and the end of the learner's day.
        today: The learner's local day.
        interview: The instant of the interview, milliseconds since 1970 UTC; `moment.now` when none is set.
    """
    cards, known = scene.cards, {item.id for item in scene.items}
    counted = [card for item, card in cards.items() if item in known]
    gains = readiness.find_gains(
        scene.subjects, cards, moment.now, interview, scene.profile.retention
    )
    return Progress(
        due=sum(queue.is_up(card, moment) for card in counted),
        learned=sum(card.is_learned for card in counted),
        mature=sum(card.is_mature for card in counted),
        suspended=sum(card.suspended for card in counted),
        missing=sum(card.is_learned for item, card in cards.items() if item not in known),
        total=len(scene.items),
        calibration=measure(cards.values()),
        streak=habit.streak(scene.days, today, scene.profile.is_day_off),
        today_minutes=scene.days[today].minutes if today in scene.days else 0.0,
        leeches=tuple(
            sorted(card.item for card in counted if card.is_leech and not card.suspended)
        ),
        readiness_now=readiness.expect(scene.subjects, cards, moment.now),
        readiness=readiness.expect(scene.subjects, cards, interview),
        gains=tuple(gain for gain in gains[:GAINS] if gain.gain > 0),
        forecast=queue.forecast(scene.items, cards, moment, FORECAST_DAYS),
    )
