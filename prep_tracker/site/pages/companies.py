"""The pages of company profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.model.words import ROUND_TITLES
from prep_tracker.site.page import Card, Cards, Cell, Chip, Chips, Fold, Heading, Page, Prose, Words
from prep_tracker.site.pages.count import count_of
from prep_tracker.site.pages.question import list_sources, make_anchor
from prep_tracker.site.pages.suggest import make_suggestion

if TYPE_CHECKING:
    from prep_tracker.model.company import Company, CompanyRound
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block

_BASIS = {
    "published": "published by the company",
    "reported": "reported by candidates",
    "general": "usual practice",
}


def make_companies_page(library: Library) -> Page:
    """All companies as cards."""
    cards = tuple(
        Card(
            title=c.title,
            url=urls.company_url(c.id),
            text=c.summary,
            count=count_of(len(c.rounds), "round"),
            topics=list_topics(library, c),
        )
        for c in library.catalog.companies
    )
    text = (
        "How companies interview, from public sources with their dates. Formats change: ask your recruiter."
        if cards
        else "No installed pack holds a company profile yet."
    )
    return Page(
        url=urls.COMPANIES,
        title="Companies",
        description="How companies interview for machine-learning roles, from public sources.",
        blocks=(Words(text=text, style="pt-lead"), Cards(items=cards)),
        nav="companies",
        style="pt-companies",
    )


def list_topics(library: Library, company: Company) -> tuple[str, ...]:
    """Keys of the topics that any of its rounds weighs, in the order in which they first come."""
    keys = dict.fromkeys(key for step in company.rounds for key, _ in step.weights)
    return tuple(key for key in keys if library.catalog.find_topic(key))


def make_company_page(library: Library, company: Company) -> Page:
    """One company: its rounds, what each weighs, its values."""
    blocks: list[Block] = [
        Prose(text=company.summary),
        Words(text=company.caution, style="pt-caution"),
        Heading(text="Rounds", anchor="rounds"),
        *(_make_round(library, step, number) for number, step in enumerate(company.rounds, 1)),
    ]
    if company.values:
        blocks.append(Heading(text="Values", anchor="values"))
        blocks.extend(
            Fold(
                title=v.title,
                anchor=f"value-{n}",
                blocks=(Prose(text=v.note),),
                is_open=True,
                is_minor=True,
            )
            for n, v in enumerate(company.values, 1)
        )
    blocks.extend(list_sources(company.sources))
    blocks.append(Words(text=f"Last checked on {company.checked.isoformat()}.", style="pt-checked"))
    blocks.append(make_suggestion(library, company.pack, company.path))
    return Page(
        url=urls.company_url(company.id),
        title=company.title,
        description=company.summary,
        blocks=tuple(blocks),
        crumbs=(Cell(text="Companies", url=urls.COMPANIES),),
        nav="companies",
        style="pt-company",
        id=company.id,
    )


def _make_round(library: Library, step: CompanyRound, number: int) -> Fold:
    chips = [
        Chip(
            label="Round",
            text=ROUND_TITLES[step.round],
            url=urls.round_url(step.round.value),
            name="round",
        ),
        Chip(label="Basis", text=_BASIS.get(step.basis, step.basis), name="basis"),
    ]
    if step.minutes:
        chips.append(Chip(label="Time", text=f"{step.minutes} min", name="minutes"))
    topics = tuple(
        Chip(
            label="Weighs",
            text=f"{topic.title}, weight {weight:g}",
            url=urls.topic_url(key),
            name="topic",
        )
        for key, weight in step.weights
        if (topic := library.catalog.find_topic(key))
    )
    blocks: list[Block] = [Chips(items=tuple(chips)), Prose(text=step.note)]
    if topics:
        blocks.append(Chips(items=topics))
    title = f"{number}. {step.title}"
    return Fold(
        title=title, anchor=make_anchor(title), blocks=tuple(blocks), is_open=True, is_minor=True
    )
