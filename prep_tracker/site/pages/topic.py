"""The page of a topic: its questions as a list to test oneself with, short answers folded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prep_tracker.model import urls
from prep_tracker.site.library import show_ask
from prep_tracker.site.page import Chip, Chips, Entries, Entry, Fold, Heading, Page, Prose, Words
from prep_tracker.site.pages.facts import list_crumbs, list_short_facts, list_tags
from prep_tracker.site.pages.question import make_description

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.pack import Topic
    from prep_tracker.model.question import Question
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block


def make_topic_page(library: Library, topic: Topic) -> Page:
    """The page of one topic."""
    questions = library.questions_in[topic.key]
    exercises = library.exercises_in[topic.key]
    tips = tuple(
        Chip(
            label="Tip",
            text=f"{n} · {library.tips[n].title}",
            url=urls.tip_url(n, library.tips[n].slug),
            name="tip",
        )
        for n in topic.tips
        if n in library.tips
    )
    blocks: list[Block] = [Chips(items=tips)] if tips else []
    if topic.summary:
        blocks.insert(0, Words(text=topic.summary, style="pt-lead"))
    if questions:
        blocks.append(list_questions(questions, has_answers=True))
    if exercises:
        blocks += [
            Heading(text="Exercises", anchor="exercises"),
            list_exercises(exercises, level=3),
        ]
    if not questions and not exercises:
        blocks.append(Words(text="Nothing has been written for this topic yet."))
    return Page(
        url=urls.topic_url(topic.key),
        title=topic.title,
        description=make_description(
            topic.summary or f"{len(questions)} interview questions on {topic.title}."
        ),
        blocks=tuple(blocks),
        crumbs=list_crumbs(library, topic.pack, topic.id)[:1],
        nav=topic.key,
        style="pt-topic",
        id=topic.key,
    )


def list_questions(questions: Iterable[Question], *, has_answers: bool = False) -> Entries:
    """Questions as a list with facts, and where wanted what to say in 30 seconds, folded."""
    return Entries(
        items=tuple(
            Entry(
                title=show_ask(question.ask),
                url=urls.question_url(question.id),
                chips=list_short_facts(question),
                blocks=_list_short_answer(question) if has_answers else (),
                id=question.id,
                tags=list_tags(question),
            )
            for question in questions
        ),
        is_filtered=True,
    )


def list_exercises(exercises: Iterable[Exercise], *, level: Literal[2, 3] = 2) -> Entries:
    """Exercises as a list with facts."""
    return Entries(
        items=tuple(
            Entry(
                title=exercise.title,
                url=urls.exercise_url(exercise.id),
                chips=list_short_facts(exercise),
                blocks=(Words(text=exercise.ask, style="pt-entry__text"),),
                id=exercise.id,
                tags=list_tags(exercise),
            )
            for exercise in exercises
        ),
        is_filtered=True,
        level=level,
    )


def _list_short_answer(question: Question) -> tuple[Block, ...]:
    short = question.section_text("In 30 seconds")
    if not short:
        return ()
    return (
        Fold(
            title="In 30 seconds",
            anchor=f"short-{question.slug}",
            blocks=(Prose(text=short),),
            is_minor=True,
            style="pt-fold--inline",
        ),
    )
