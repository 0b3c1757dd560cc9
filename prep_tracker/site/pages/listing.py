"""All pages of the site, one after the other; none is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.model.words import Round
from prep_tracker.site.pages.companies import make_companies_page, make_company_page
from prep_tracker.site.pages.emails import make_email_page, make_emails_page
from prep_tracker.site.pages.exercises import make_exercise_page, make_exercises_page
from prep_tracker.site.pages.home import make_home_page
from prep_tracker.site.pages.packs import make_pack_page, make_packs_page
from prep_tracker.site.pages.proofs import make_proofs_page
from prep_tracker.site.pages.question import make_question_page
from prep_tracker.site.pages.rounds import make_cases_page, make_round_page
from prep_tracker.site.pages.syllabus import make_syllabus_page
from prep_tracker.site.pages.tip import make_tip_page
from prep_tracker.site.pages.topic import make_topic_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Page

Recipe = tuple[str, "Callable[[], Page]"]
"""Address of a page, and what makes it."""


def list_recipes(library: Library) -> Iterator[Recipe]:
    """Address and maker of every page, in a fixed order."""
    yield from _list_menu_pages(library)
    yield from _list_question_pages(library)
    catalog = library.catalog
    for tip in catalog.tips:
        yield urls.tip_url(tip.number, tip.slug), lambda tip=tip: make_tip_page(library, tip)
    for round_ in Round:
        yield urls.round_url(round_.value), lambda round_=round_: make_round_page(library, round_)
    for pack in catalog.packs:
        yield urls.pack_url(pack.id), lambda pack=pack: make_pack_page(library, pack)
    for topic in catalog.topics:
        yield urls.topic_url(topic.key), lambda topic=topic: make_topic_page(library, topic)
    for company in catalog.companies:
        yield urls.company_url(company.id), lambda company=company: make_company_page(library, company)
    for email in catalog.emails:
        yield urls.email_url(email.id), lambda email=email: make_email_page(library, email)
    yield from _list_exercise_pages(library)


def _list_menu_pages(library: Library) -> Iterator[Recipe]:
    makers = (
        (urls.HOME, make_home_page),
        (urls.PACKS, make_packs_page),
        (urls.CASES, make_cases_page),
        (urls.EXERCISES, make_exercises_page),
        (urls.COMPANIES, make_companies_page),
        (urls.EMAILS, make_emails_page),
        (urls.SYLLABUS, make_syllabus_page),
        (urls.PROOFS, make_proofs_page),
    )
    for url, maker in makers:
        yield url, lambda maker=maker: maker(library)


def _list_question_pages(library: Library) -> Iterator[Recipe]:
    for questions in library.questions_in.values():
        for place, question in enumerate(questions):
            before = questions[place - 1] if place else None
            after = questions[place + 1] if place + 1 < len(questions) else None
            yield (
                urls.question_url(question.id),
                lambda q=question, b=before, a=after: make_question_page(library, q, before=b, after=a),
            )


def _list_exercise_pages(library: Library) -> Iterator[Recipe]:
    exercises = library.catalog.exercises
    for place, exercise in enumerate(exercises):
        before = exercises[place - 1] if place else None
        after = exercises[place + 1] if place + 1 < len(exercises) else None
        yield (
            urls.exercise_url(exercise.id),
            lambda e=exercise, b=before, a=after: make_exercise_page(library, e, before=b, after=a),
        )
