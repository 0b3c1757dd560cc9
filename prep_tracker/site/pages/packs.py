"""The page of each pack, and the list of all packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import Card, Cards, Cell, Chip, Chips, Heading, Page, Words
from prep_tracker.site.pages.count import count_of

if TYPE_CHECKING:
    from prep_tracker.model.pack import Pack, Topic
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block


def make_packs_page(library: Library) -> Page:
    """All packs as cards."""
    cards = tuple(
        Card(
            title=pack.title, url=urls.pack_url(pack.id), text=pack.summary, count=_count_pack(pack)
        )
        for pack in library.catalog.packs
    )
    total = len(library.catalog.questions)
    return Page(
        url=urls.PACKS,
        title="Questions by pack",
        description=f"{count_of(total, 'question')} in {count_of(len(cards), 'pack')}.",
        blocks=(
            Words(
                text=f"{count_of(total, 'question')} in {count_of(len(cards), 'pack')}. A pack is a folder of "
                "content; packs that others publish appear here once they are installed.",
                style="pt-lead",
            ),
            Cards(items=cards),
        ),
        nav="packs",
        style="pt-packs",
    )


def make_pack_page(library: Library, pack: Pack) -> Page:
    """One pack: its topics, and what else it holds."""
    topics = tuple(_make_topic_card(library, topic) for topic in pack.topics)
    blocks: list[Block] = [
        Words(text=pack.summary, style="pt-lead"),
        Chips(items=_list_origin(pack)),
    ]
    if topics:
        blocks += [Heading(text="Topics", anchor="topics"), Cards(items=topics)]
    for title, things in _list_more(library, pack):
        cards = tuple(Card(title=library.titles[key], url=library.addresses[key]) for key in things)
        blocks += [Heading(text=title, anchor=title.lower()), Cards(items=cards)]
    return Page(
        url=urls.pack_url(pack.id),
        title=pack.title,
        description=pack.summary,
        blocks=tuple(blocks),
        crumbs=(Cell(text="Packs", url=urls.PACKS),),
        nav=pack.id,
        style="pt-pack",
    )


def _list_origin(pack: Pack) -> tuple[Chip, ...]:
    chips = [
        Chip(label="Licence", text=pack.licence),
        Chip(label="By", text=", ".join(pack.authors)),
    ]
    if pack.distribution:
        chips.append(Chip(label="From", text=f"{pack.distribution} {pack.version}".strip()))
    return tuple(chip for chip in chips if chip.text)


def _list_more(library: Library, pack: Pack) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups = (
        ("Exercises", tuple(e.id for e in pack.exercises)),
        ("Companies", tuple(c.id for c in pack.companies)),
        ("E-mails", tuple(e.id for e in pack.emails)),
    )
    return tuple(
        (title, tuple(k for k in ids if k in library.titles)) for title, ids in groups if ids
    )


def _make_topic_card(library: Library, topic: Topic) -> Card:
    count = len(library.questions_in[topic.key])
    exercises = len(library.exercises_in[topic.key])
    words = [count_of(count, "question")] if count or not exercises else []
    words += [count_of(exercises, "exercise")] if exercises else []
    return Card(
        title=topic.title, url=urls.topic_url(topic.key), text=topic.summary, count=", ".join(words)
    )


def _count_pack(pack: Pack) -> str:
    pairs = (
        (len(pack.questions), "question"),
        (len(pack.exercises), "exercise"),
        (len(pack.companies), "company"),
        (len(pack.emails), "e-mail"),
    )
    return ", ".join(count_of(n, noun) for n, noun in pairs if n) or "empty"
