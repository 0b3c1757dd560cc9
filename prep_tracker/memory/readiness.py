"""Expected share of questions answered right on the interview day, weighted by how likely each is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from prep_tracker.memory import replay, schedule
from prep_tracker.model.card import Card

K = TypeVar("K", int, str)
GOOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A question as readiness sees it.

    Attributes:
        id: Its id.
        weight: How likely it is asked; any positive scale.
        minutes: Minutes for a first answer.
        topic: Key of its topic, `pack/topic`.
        tips: Numbers of the tips it serves.
        rounds: Kinds of interview it is asked in.
    """

    id: str
    weight: float
    minutes: float
    topic: str
    tips: tuple[int, ...]
    rounds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of the questions: expected share answered right (0-1), questions learned, questions in all."""

    right: float
    learned: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Shares overall, by tip, by round and by topic."""

    overall: Share
    by_tip: Mapping[int, Share]
    by_round: Mapping[str, Share]
    by_topic: Mapping[str, Share]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What going through a whole topic today would add to readiness overall (0-1), and its minutes."""

    topic: str
    gain: float
    minutes: float


def expect(subjects: Sequence[Subject], cards: Mapping[str, Card], at: int) -> Readiness:
    """Readiness at an instant, if nothing more is learned until then.

    Args:
        subjects: The questions that count.
        cards: The learner's cards, by question.
        at: Milliseconds since 1970 UTC.
    """
    recalls = {subject.id: _recall(cards.get(subject.id), at) for subject in subjects}
    return Readiness(
        overall=_share(subjects, cards, recalls),
        by_tip=_split(subjects, cards, recalls, lambda subject: subject.tips),
        by_round=_split(subjects, cards, recalls, lambda subject: subject.rounds),
        by_topic=_split(subjects, cards, recalls, lambda subject: (subject.topic,)),
    )


def _recall(card: Card | None, at: int) -> float:
    """Chance that a question is answered at an instant."""
    return 0.0 if card is None else schedule.recall(replay.memory_of(card), at)


def _share(
    subjects: Sequence[Subject], cards: Mapping[str, Card], recalls: Mapping[str, float]
) -> Share:
    """The weighted share of some questions."""
    weight = sum(subject.weight for subject in subjects)
    right = sum(subject.weight * recalls[subject.id] for subject in subjects)
    learned = sum(subject.id in cards and cards[subject.id].is_learned for subject in subjects)
    return Share(right=right / weight if weight else 0.0, learned=learned, total=len(subjects))


def _split(
    subjects: Sequence[Subject],
    cards: Mapping[str, Card],
    recalls: Mapping[str, float],
    names: Callable[[Subject], Iterable[K]],
) -> dict[K, Share]:
    """Shares by name; a question counts under each of its names."""
    parts: dict[K, list[Subject]] = {}
    for subject in subjects:
        for name in names(subject):
            parts.setdefault(name, []).append(subject)
    return {name: _share(parts[name], cards, recalls) for name in sorted(parts)}


def find_gains(
    subjects: Sequence[Subject],
    cards: Mapping[str, Card],
    now: int,
    interview: int,
    retention: float,
) -> tuple[Gain, ...]:
    """All topics, by what answering all their questions well today would add on the interview day.

    Args:
        subjects: The questions that count.
        cards: The learner's cards, by question.
        now: Milliseconds since 1970 UTC.
        interview: The instant that counts.
        retention: Desired recall, from the profile.
    """
    total = sum(subject.weight for subject in subjects) or 1.0
    fresh = schedule.recall(schedule.review(None, GOOD, now, retention)[0], interview)
    gains: dict[str, float] = {}
    minutes: dict[str, float] = {}
    for subject in subjects:
        card = cards.get(subject.id)
        memory = None if card is None else replay.memory_of(card)
        after = fresh
        if memory is not None:
            after = schedule.recall(schedule.review(memory, GOOD, now, retention)[0], interview)
        gain = max(0.0, after - schedule.recall(memory, interview)) * subject.weight / total
        gains[subject.topic] = gains.get(subject.topic, 0.0) + gain
        minutes[subject.topic] = minutes.get(subject.topic, 0.0) + subject.minutes
    order = sorted(gains, key=lambda topic: (-gains[topic], topic))
    return tuple(Gain(topic=topic, gain=gains[topic], minutes=minutes[topic]) for topic in order)
