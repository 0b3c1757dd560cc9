"""The home page: what this is, where to start, the twenty tips with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Card, Cards, Heading, Page, Words
from prep_tracker.site.pages.count import count_of

if TYPE_CHECKING:
    from prep_tracker.site.library import Library

TITLE = "Know what they will ask"


def make_home_page(library: Library) -> Page:
    """The home page."""
    catalog = library.catalog
    proofs = sum(1 for question in catalog.questions if question.proof)
    lead = (
        f"{count_of(len(catalog.questions), 'machine-learning interview question')} with the answer you would be glad "
        f"to have given: what to say in 30 seconds, the whole of it, what they ask next, and where it comes from. "
        f"{count_of(proofs, 'answer')} carry code that proves them."
    )
    return Page(
        url=urls.HOME,
        title=TITLE,
        description="Machine-learning interview questions with proved answers, exercises, cases and follow-up e-mails.",
        blocks=(
            Words(text=lead, style="pt-lead"),
            Cards(items=_list_starts(library)),
            Heading(text="The twenty tips", anchor="tips"),
            Words(
                text="Everything here hangs on twenty points of one guide. Start where you are weakest."
            ),
            Cards(items=_list_tips(library)),
        ),
        nav="home",
        style="pt-home",
    )


def _list_starts(library: Library) -> tuple[Card, ...]:
    catalog = library.catalog
    cases = sum(1 for question in catalog.questions if question.kind == "case")
    starts = [
        Card(title="Today", url=urls.TODAY, text="Say when the interview is: what pays most today, and how ready you are.",
             count="in this browser, no account"),
        Card(title="Mock interview", url=urls.MOCK, text="A round with a clock, probes, your own marks and a report.",
             count="in this browser, no account"),
        Card(title="My desk", url=urls.DESK, text="Stories checked while you write, an interview log, the checklist, e-mails.",
             count="in this browser, no account"),
        Card(title="Questions", url=urls.PACKS, text="By pack and topic, answers folded so that you can think first.",
             count=count_of(len(catalog.questions), "question")),
        Card(title="System-design cases", url=urls.CASES, text="Worked through in 45 minutes, with the numbers.",
             count=count_of(cases, "case")),
        Card(title="Coding exercises", url=urls.EXERCISES, text="Written and run in the page, judged by tests that are tested themselves.",
             count=count_of(len(catalog.exercises), "exercise")),
        Card(title="Follow-up e-mails", url=urls.EMAILS, text="For the evening after, and the weeks of waiting.",
             count=count_of(len(catalog.emails), "e-mail")),
    ]  # fmt: skip
    if catalog.companies:
        starts.append(
            Card(title="Companies", url=urls.COMPANIES, text="Rounds, what each weighs, and what it asks for.",
                 count=count_of(len(catalog.companies), "company"))
        )  # fmt: skip
    starts.append(
        Card(title="Syllabus", url=urls.SYLLABUS, text="Every subject that an interview can ask about.",
             count=count_of(len(catalog.syllabus), "line"))
    )  # fmt: skip
    return tuple(starts)


def _list_tips(library: Library) -> tuple[Card, ...]:
    return tuple(
        Card(
            title=tip.title,
            url=urls.tip_url(tip.number, tip.slug),
            text=tip.summary,
            count=count_tip(library, tip.number),
            mark=str(tip.number),
            topics=tuple(topic.key for topic in library.topics_of[tip.number]),
        )
        for tip in library.catalog.tips
    )


def count_tip(library: Library, number: int) -> str:
    """What serves a tip, in words."""
    counts = (
        (library.questions_of_tip(number), "question"),
        (library.exercises_of_tip(number), "exercise"),
    )
    return ", ".join(count_of(count, noun) for count, noun in counts if count) or "nothing yet"
