"""The page of one of the twenty tips: the topics that serve it, and its part of the syllabus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Card, Cards, Cell, Heading, Page, Steps, Words
from prep_tracker.site.pages.count import count_of
from prep_tracker.site.pages.syllabus import make_line_table

if TYPE_CHECKING:
    from prep_tracker.model.pack import Topic
    from prep_tracker.model.syllabus import Tip
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block


def make_tip_page(library: Library, tip: Tip) -> Page:
    """The page of one tip."""
    topics = library.topics_of[tip.number]
    lines = tuple(line for line in library.catalog.syllabus if line.tip == tip.number)
    blocks: list[Block] = [Words(text=tip.summary, style="pt-lead")]
    if topics:
        blocks.append(Heading(text="Topics", anchor="topics"))
        blocks.append(Cards(items=tuple(_make_card(library, topic) for topic in topics)))
    if lines:
        blocks.append(Heading(text="What can be asked", anchor="syllabus"))
        blocks.append(make_line_table(library, lines))
    blocks.append(
        Steps(previous=_step(library, tip.number - 1), next=_step(library, tip.number + 1))
    )
    return Page(
        url=urls.tip_url(tip.number, tip.slug),
        title=tip.title,
        description=tip.summary,
        blocks=tuple(blocks),
        crumbs=(Cell(text="Tips", url=f"{urls.HOME}#tips"), Cell(text=f"Tip {tip.number}")),
        nav="tips",
        style="pt-tip",
    )


def _make_card(library: Library, topic: Topic) -> Card:
    return Card(
        title=topic.title,
        url=urls.topic_url(topic.key),
        text=topic.summary or library.packs[topic.pack].title,
        count=count_of(len(library.questions_in[topic.key]), "question"),
    )


def _step(library: Library, number: int) -> Cell | None:
    tip = library.tips.get(number)
    return Cell(text=tip.title, url=urls.tip_url(tip.number, tip.slug)) if tip else None
