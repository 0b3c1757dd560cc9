"""All pages of the site: for each its address, what it depends on, and what makes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from prep_tracker.model import urls
from prep_tracker.model.words import Round
from prep_tracker.site.pages.companies import make_companies_page, make_company_page
from prep_tracker.site.pages.desk import make_desk_page
from prep_tracker.site.pages.emails import make_email_page, make_emails_page
from prep_tracker.site.pages.exercises import make_exercise_page, make_exercises_page
from prep_tracker.site.pages.extra import make_extra_page
from prep_tracker.site.pages.home import make_home_page
from prep_tracker.site.pages.mock import make_mock_page
from prep_tracker.site.pages.packs import make_pack_page, make_packs_page
from prep_tracker.site.pages.proofs import make_proofs_page
from prep_tracker.site.pages.question import make_question_page
from prep_tracker.site.pages.review import make_review_page
from prep_tracker.site.pages.rounds import make_cases_page, make_round_page
from prep_tracker.site.pages.settings import make_settings_page
from prep_tracker.site.pages.syllabus import make_syllabus_page
from prep_tracker.site.pages.tip import make_tip_page
from prep_tracker.site.pages.today import make_today_page
from prep_tracker.site.pages.topic import make_topic_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prep_tracker.site.keys import KeyMaker
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Page


Made_co = TypeVar("Made_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe(Generic[Made_co]):
    """How a file of the site is made from the packs.

    Attributes:
        url: Its address.
        key: Changes whenever something the file depends on does; empty when that is not tracked.
        make: Makes what the press then writes: a page, or a sheet.
    """

    url: str
    key: str
    make: Callable[[], Made_co]


def list_recipes(library: Library, keys: KeyMaker) -> Iterator[Recipe[Page]]:
    """Every page, in a fixed order; none is made yet.

    The pages that there are many of (questions, topics) carry a key. The others are few and sum the
    catalog up, so they are rendered every time and written when their bytes differ.
    """
    yield from _list_question_pages(library, keys)
    yield from _list_exercise_pages(library, keys)
    for topic in library.catalog.topics:
        yield Recipe(
            url=urls.topic_url(topic.key),
            key=keys.make_topic_key(topic),
            make=partial(make_topic_page, library, topic),
        )
    for url, make in _list_other_pages(library):
        yield Recipe(url=url, key="", make=make)


def _list_question_pages(library: Library, keys: KeyMaker) -> Iterator[Recipe[Page]]:
    for questions in library.questions_in.values():
        last = len(questions) - 1
        for place, question in enumerate(questions):
            before = questions[place - 1] if place else None
            after = questions[place + 1] if place < last else None
            yield Recipe(
                url=urls.question_url(question.id),
                key=keys.make_question_key(question),
                make=partial(make_question_page, library, question, before=before, after=after),
            )


def _list_other_pages(library: Library) -> Iterator[tuple[str, Callable[[], Page]]]:
    catalog = library.catalog
    for url, maker in _SUMMARIES:
        yield url, partial(maker, library)
    for tip in catalog.tips:
        yield urls.tip_url(tip.number, tip.slug), partial(make_tip_page, library, tip)
    for round_ in Round:
        yield urls.round_url(round_.value), partial(make_round_page, library, round_)
    for pack in catalog.packs:
        yield urls.pack_url(pack.id), partial(make_pack_page, library, pack)
    for company in catalog.companies:
        yield urls.company_url(company.id), partial(make_company_page, library, company)
    for email in catalog.emails:
        yield urls.email_url(email.id), partial(make_email_page, library, email)
    for extra in library.extras:
        yield urls.plugin_page_url(extra.plugin, extra.slug), partial(make_extra_page, extra)


def _list_exercise_pages(library: Library, keys: KeyMaker) -> Iterator[Recipe[Page]]:
    exercises = library.catalog.exercises
    last = len(exercises) - 1
    for place, exercise in enumerate(exercises):
        before = exercises[place - 1] if place else None
        after = exercises[place + 1] if place < last else None
        yield Recipe(
            url=urls.exercise_url(exercise.id),
            key=keys.make_exercise_key(exercise, before, after),
            make=partial(make_exercise_page, library, exercise, before=before, after=after),
        )


_SUMMARIES: tuple[tuple[str, Callable[[Library], Page]], ...] = (
    (urls.HOME, make_home_page),
    (urls.PACKS, make_packs_page),
    (urls.TODAY, make_today_page),
    (urls.REVIEW, make_review_page),
    (urls.DESK, make_desk_page),
    (urls.MOCK, make_mock_page),
    (urls.CASES, make_cases_page),
    (urls.EXERCISES, make_exercises_page),
    (urls.COMPANIES, make_companies_page),
    (urls.EMAILS, make_emails_page),
    (urls.SYLLABUS, make_syllabus_page),
    (urls.PROOFS, make_proofs_page),
    (urls.SETTINGS, make_settings_page),
)
