"""`review`: a sitting of what is due, then new questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from prep_tracker.cli.context import Context
from prep_tracker.cli.output import talk

if TYPE_CHECKING:
    from prep_tracker.memory.queue import Item, Moment, Turn
    from prep_tracker.model.card import Card
    from prep_tracker.storage.journal import Journal
    from prep_tracker.storage.shelf import Row, Shelf


@click.command()
@click.option("--topic", help="Only this topic, like training or deep-learning/training.")
@click.option("--pack", help="Only this pack.")
@click.option(
    "--minutes",
    type=click.FloatRange(0, 960),
    help="Minutes for this sitting (else what is left of today).",
)
@click.option("--limit", type=click.IntRange(1, 1000), help="At most so many questions.")
@click.option("--new", type=click.IntRange(0, 1000), help="At most so many new questions.")
@click.option("--timer", is_flag=True, help="Show the seconds while you think.")
@click.pass_obj
def review(
    context: Context,
    topic: str | None,
    pack: str | None,
    minutes: float | None,
    limit: int | None,
    new: int | None,
    *,
    timer: bool,
) -> None:
    """Answer aloud what is due, then new questions, as long as today's minutes last.

    Keys: space shows the answer; y and n tick the key points; 1 again, 2 hard, 3 good, 4 easy;
    e full answer, p probes, u undo, s suspend, o open in the site, q quit.

    Example: prep-tracker review --topic training --minutes 20
    """
    from prep_tracker.memory.queue import Limits, build_queue
    from prep_tracker.storage.cards import read_cards
    from prep_tracker.storage.clock import find_clock_warning

    profile, shelf, workspace = (
        context.read_profile(),
        context.read_shelf(),
        context.get_workspace(),
    )
    rows = choose_rows(shelf, topic, pack)
    with context.open_journal() as journal:
        cards = read_cards(
            journal, retention=profile.retention, aliases=shelf.aliases, cache=workspace.cache
        )
        warning = find_clock_warning(journal, context.now())
        if warning:
            talk(f"warning: {warning}")
        left = minutes if minutes is not None else _minutes_left(context, journal)
        limits = Limits(minutes=left, count=limit, new=new)
        items = make_items(rows, cards, chosen=bool(topic or pack))
        turns = build_queue(
            items, cards, make_moment(context), limits, _seen_groups(context, journal, shelf)
        )
        if not turns:
            talk(_nothing(context, left, bool(rows)))
            return
        sit(context, journal, {row.id: row for row in rows}, cards, turns, left, timer=timer)
        read_cards(
            journal, retention=profile.retention, aliases=shelf.aliases, cache=workspace.cache
        )


def sit(
    context: Context,
    journal: Journal,
    rows: dict[str, Row],
    cards: dict[str, Card],
    turns: tuple[Turn, ...],
    minutes: float,
    *,
    timer: bool,
) -> bool:
    """Go through the questions; whether anything was done."""
    from prep_tracker.cli.sitting import Sitting
    from prep_tracker.cli.sitting_summary import summarize
    from prep_tracker.render.terminal import make_screen
    from prep_tracker.storage.kept import read_kept

    sitting = Sitting(
        context=context,
        journal=journal,
        screen=make_screen(context.environ),
        rows=rows,
        cards=cards,
        retention=context.read_profile().retention,
        minutes=minutes,
        notes=read_kept(journal, context.read_shelf().aliases).notes,
        timer=timer,
    )
    try:
        sitting.run(turns)
    except (KeyboardInterrupt, BrokenPipeError):
        talk("")
    finally:
        summarize(sitting)
        if journal.warning:
            talk(f"warning: {journal.warning}")
    return bool(sitting.done)


def choose_rows(shelf: Shelf, topic: str | None, pack: str | None) -> list[Row]:
    """The questions of a topic or a pack.

    Raises:
        NotFoundError: There is no such topic or pack.
    """
    from prep_tracker.errors import NotFoundError

    rows = [row for row in shelf.rows if not pack or row.topic.partition("/")[0] == pack]
    if pack and not rows:
        packs = sorted({row.topic.partition("/")[0] for row in shelf.rows})
        raise NotFoundError(
            f"There is no pack {pack} with questions.", f"Packs: {', '.join(packs) or 'none'}"
        )
    if not topic:
        return rows
    found = [row for row in rows if topic in {row.topic, row.topic.partition("/")[2]}]
    if not found:
        from difflib import get_close_matches

        names = sorted({row.topic for row in rows} | {row.topic.partition("/")[2] for row in rows})
        near = get_close_matches(topic, names, 3)
        hint = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "`prep-tracker packs list` shows what there is."
        )
        raise NotFoundError(f"There is no topic {topic} with questions.", hint)
    return found


def make_items(rows: list[Row], cards: dict[str, Card], *, chosen: bool) -> list[Item]:
    """The questions as the queue sees them; cases and questions to ask only when chosen or seen before."""
    from prep_tracker.cli.shelf import SPOKEN_KINDS
    from prep_tracker.memory.queue import Item, sibling_groups

    return [
        Item(
            id=row.id,
            minutes=row.minutes,
            weight=row.weight,
            groups=sibling_groups(row.id, row.covers),
        )
        for row in rows
        if chosen or row.kind in SPOKEN_KINDS or row.id in cards
    ]


def make_moment(context: Context) -> Moment:
    """Now and the end of the learner's day, as the pure rooms count time."""
    from prep_tracker.memory.queue import Moment
    from prep_tracker.memory.replay import to_milliseconds

    return Moment(now=to_milliseconds(context.now()), day_end=to_milliseconds(context.day_end()))


def _minutes_left(context: Context, journal: Journal) -> float:
    """What is left of today's minutes."""
    from prep_tracker.storage.days import read_minutes_on

    today = context.today()
    return max(0.0, context.read_profile().minutes_on(today) - read_minutes_on(journal, today))


def _seen_groups(context: Context, journal: Journal, shelf: Shelf) -> frozenset[str]:
    """The sibling groups of the questions answered today."""
    from prep_tracker.memory.queue import sibling_groups
    from prep_tracker.memory.replay import newest_id
    from prep_tracker.storage.days import read_items_on

    seen = {newest_id(item, shelf.aliases) for item in read_items_on(journal, context.today())}
    return frozenset().union(
        *(sibling_groups(row.id, row.covers) for row in shelf.rows if row.id in seen)
    )


def _nothing(context: Context, left: float, has_rows: bool) -> str:
    """Why there is nothing to review."""
    if not has_rows:
        return "No pack with questions is installed: see prep-tracker packs list."
    if left > 0:
        return "Nothing is due and nothing is new here: well done. More: prep-tracker review --topic TOPIC"
    if context.read_profile().minutes_on(context.today()) == 0:
        return "Today is a day off. To review all the same: prep-tracker review --minutes 20"
    return "Today's minutes are used up: well done. For more: prep-tracker review --minutes 20"
