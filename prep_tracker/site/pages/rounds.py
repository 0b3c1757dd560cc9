"""The pages of the kinds of round, and the list of system-design cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.model.words import ROUND_TITLES, Round
from prep_tracker.site.page import Card, Cards, Cell, Heading, Page, Words
from prep_tracker.site.pages.count import count_of
from prep_tracker.site.pages.topic import list_exercises, list_questions

if TYPE_CHECKING:
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block

_WHAT: dict[Round, str] = {
    Round.CODING: "You write code that works, aloud, on a board or in a plain editor.",
    Round.ML_BREADTH: "Many short questions over the whole field: definitions, comparisons, when to use what.",
    Round.ML_DEPTH: "One method or one of your subjects, followed down until you run out.",
    Round.SYSTEM_DESIGN: "An open problem, from the question behind it to serving and monitoring.",
    Round.PROJECT: "Something you built: why, how, what went wrong, what it was worth.",
    Round.BEHAVIORAL: "True stories that show how you work with others.",
    Round.BUSINESS: "What a model is worth, what to build first, how to know that it helped.",
}
_MOST = 3


def make_round_page(library: Library, round_: Round) -> Page:
    """The topics of which questions are asked in this round, by number of questions."""
    counts = {
        key: sum(1 for question in questions if round_ in question.rounds)
        for key, questions in library.questions_in.items()
    }
    cards = tuple(
        Card(
            title=topic.title,
            url=urls.topic_url(topic.key),
            text=library.packs[topic.pack].title,
            count=count_of(counts[topic.key], "question"),
        )
        for topic in library.catalog.topics
        if counts[topic.key]
    )
    exercises = tuple(e for e in library.catalog.exercises if round_ in e.rounds)
    blocks: list[Block] = [
        Words(text=_WHAT[round_], style="pt-lead"),
        Words(text="Rehearse this round with a clock", url=f"{urls.MOCK}?round={round_.value}"),
        Heading(text="Topics", anchor="topics"),
    ]
    blocks.append(
        Cards(items=cards) if cards else Words(text="No question is marked for this round yet.")
    )
    if exercises:
        blocks += [
            Heading(text="Exercises", anchor="exercises"),
            list_exercises(exercises, level=3),
        ]
    return Page(
        url=urls.round_url(round_.value),
        title=f"{ROUND_TITLES[round_]} round",
        description=_WHAT[round_],
        blocks=tuple(blocks),
        crumbs=(Cell(text="Home", url=urls.HOME),),
        nav="rounds",
        style="pt-round",
    )


def make_cases_page(library: Library) -> Page:
    """All system-design cases."""
    cases = tuple(question for question in library.catalog.questions if question.kind == "case")
    return Page(
        url=urls.CASES,
        title="System-design cases",
        description="Open machine-learning design problems, each worked through in 45 minutes.",
        blocks=(
            Words(
                text=f"{count_of(len(cases), 'open problem')}, each worked through as in the 45 minutes of an "
                "interview: questions first, then framing, numbers, data, model, metrics, serving, failure.",
                style="pt-lead",
            ),
            list_questions(cases),
        ),
        nav="cases",
        style="pt-cases",
    )
