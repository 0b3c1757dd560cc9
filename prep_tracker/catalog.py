"""All packs as one: look up, filter, count, clashes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from prep_tracker.errors import NotFoundError
from prep_tracker.model.company import Company
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.failure import Failure
from prep_tracker.model.pack import Pack, Topic
from prep_tracker.model.problem import Problem
from prep_tracker.model.question import Question
from prep_tracker.model.syllabus import SyllabusLine, Tip

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All loaded packs seen as one.

    Attributes:
        packs: In loading order: built-in ones first.
        tips: The guide's twenty.
        syllabus: The lines of what can be asked.
        failures: Plugins and packs that could not be used, and misdeeds.
        problems: What is wrong across packs; `all_problems` has those of the packs as well.
    """

    packs: tuple[Pack, ...] = ()
    tips: tuple[Tip, ...] = ()
    syllabus: tuple[SyllabusLine, ...] = ()
    failures: tuple[Failure, ...] = ()
    problems: tuple[Problem, ...] = ()
    _questions: dict[str, Question] = field(init=False, repr=False, compare=False)
    _exercises: dict[str, Exercise] = field(init=False, repr=False, compare=False)
    _topics: dict[str, Topic] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_questions", {q.id: q for pack in self.packs for q in pack.questions}
        )
        object.__setattr__(
            self, "_exercises", {e.id: e for pack in self.packs for e in pack.exercises}
        )
        object.__setattr__(self, "_topics", {t.key: t for pack in self.packs for t in pack.topics})

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, pack by pack."""
        return tuple(self._questions.values())

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises, pack by pack."""
        return tuple(self._exercises.values())

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, pack by pack."""
        return tuple(self._topics.values())

    @property
    def companies(self) -> tuple[Company, ...]:
        """All company profiles."""
        return tuple(company for pack in self.packs for company in pack.companies)

    @property
    def emails(self) -> tuple[EmailTemplate, ...]:
        """All e-mail templates."""
        return tuple(template for pack in self.packs for template in pack.emails)

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """Groups of spellings from all packs."""
        return tuple(group for pack in self.packs for group in pack.synonyms)

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """The problems of every pack, then those across packs."""
        return (*(problem for pack in self.packs for problem in pack.problems), *self.problems)

    def find_question(self, key: str) -> Question | None:
        """The question with this id, or None."""
        return self._questions.get(key)

    def find_exercise(self, key: str) -> Exercise | None:
        """The exercise with this id, or None."""
        return self._exercises.get(key)

    def find_topic(self, key: str) -> Topic | None:
        """The topic with this key (`pack/topic`), or None."""
        return self._topics.get(key)

    def find_pack(self, key: str) -> Pack | None:
        """The pack with this id, or None."""
        return next((pack for pack in self.packs if pack.id == key), None)

    def get_question(self, key: str) -> Question:
        """The question with this id, or with this slug where only one pack has it.

        Raises:
            NotFoundError: There is none, or several packs have it.
        """
        return _get(self._questions, key, "question")

    def get_exercise(self, key: str) -> Exercise:
        """The exercise with this id, or with this slug where only one pack has it.

        Raises:
            NotFoundError: There is none, or several packs have it.
        """
        return _get(self._exercises, key, "exercise")

    def tips_of(self, item: Question | Exercise) -> tuple[int, ...]:
        """Numbers of the tips that the item's topic serves."""
        topic = self.find_topic(f"{item.pack}/{item.topic}")
        return topic.tips if topic else ()

    def topics_of_tip(self, number: int) -> tuple[Topic, ...]:
        """The topics that serve a tip."""
        return tuple(topic for topic in self.topics if number in topic.tips)

    def questions_of_topic(self, key: str) -> tuple[Question, ...]:
        """The questions of one topic (`pack/topic`)."""
        pack, _, topic = key.partition("/")
        return tuple(q for q in self._questions.values() if q.pack == pack and q.topic == topic)

    def questions_of_tip(self, number: int) -> tuple[Question, ...]:
        """The questions whose topic serves a tip."""
        keys = {topic.key for topic in self.topics_of_tip(number)}
        return tuple(q for q in self._questions.values() if f"{q.pack}/{q.topic}" in keys)

    def covered(self) -> dict[str, tuple[str, ...]]:
        """For every syllabus line that is covered: ids of the questions and exercises (and e-mails) that do."""
        found: dict[str, list[str]] = {}
        items: Iterable[Question | Exercise | EmailTemplate] = (
            *self.questions,
            *self.exercises,
            *self.emails,
        )
        for item in items:
            for line in item.covers:
                found.setdefault(line, []).append(item.id)
        known = {line.id for line in self.syllabus}
        return {line: tuple(ids) for line, ids in found.items() if line in known}

    def replaced_by(self) -> dict[str, str]:
        """Ids that were redone, each with the id of what redoes it."""
        items: Iterable[Question | Exercise] = (*self.questions, *self.exercises)
        return {item.replaces: item.id for item in items if item.replaces}


def _get(things: dict[str, T], key: str, noun: str) -> T:
    if key in things:
        return things[key]
    ids = [name for name in things if name.endswith(f"/{key}")]
    if len(ids) == 1:
        return things[ids[0]]
    if ids:
        raise NotFoundError(f"{key} is in several packs", f"say which: {', '.join(ids)}")
    near = get_close_matches(key, things, 1) or get_close_matches(
        key, [name.partition("/")[2] for name in things], 1
    )
    hint = f"did you mean {near[0]}?" if near else "prep-tracker search finds by words"
    raise NotFoundError(f"there is no {noun} {key}", hint)
