"""`progress`: where the learner stands; and their events out, in, and in step with other devices."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.context import Context
from prep_tracker.cli.desk import desk, place_new
from prep_tracker.cli.output import clean, say, say_json, talk
from prep_tracker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prep_tracker.memory.progress import Progress, Scene
    from prep_tracker.model.problem import Problem
    from prep_tracker.storage.journal import Journal

DEFAULT_DAYS = 30  # until the interview, while its date is not known


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_context
def progress(click_context: click.Context, *, as_json: bool) -> None:
    """What you know, how ready you are; export, import, sync.

    Example: prep-tracker progress
    """
    if click_context.invoked_subcommand is not None:
        return
    context = click_context.ensure_object(Context)
    from prep_tracker.cli.progress_view import (
        make_kept_record,
        make_record,
        render_kept,
        render_progress,
    )
    from prep_tracker.render.terminal import make_screen
    from prep_tracker.storage.kept import read_kept

    shelf = context.read_shelf()
    with context.open_journal() as journal:
        scene, stock, interview = take_stock(context, journal)
        events = journal.read_rows("SELECT count(*) FROM events")[0][0]
        kept = read_kept(journal, shelf.aliases)
    if as_json:
        record = make_record(scene, stock, shelf, interview, events)
        say_json({**record, **make_kept_record(kept)})
    else:
        screen = make_screen(context.environ)
        render_progress(screen, scene, stock, shelf, interview, context.today())
        render_kept(screen, kept)


def take_stock(context: Context, journal: Journal) -> tuple[Scene, Progress, date]:
    """Everything `progress` shows, and the day that readiness is for."""
    from prep_tracker.cli.review import make_items, make_moment
    from prep_tracker.memory import progress as stock
    from prep_tracker.memory.readiness import Subject
    from prep_tracker.memory.replay import to_milliseconds
    from prep_tracker.storage.cards import read_cards
    from prep_tracker.storage.days import read_days

    profile, shelf = context.read_profile(), context.read_shelf()
    cache = context.get_workspace().cache
    cards = read_cards(journal, retention=profile.retention, aliases=shelf.aliases, cache=cache)
    items = make_items(list(shelf.rows), cards, chosen=False)
    subjects = [
        Subject(
            id=row.id,
            weight=row.weight,
            minutes=row.minutes,
            topic=row.topic,
            tips=row.tips,
            rounds=row.rounds,
        )
        for row in shelf.rows
        if row.kind != "to-ask"
    ]
    scene = stock.Scene(
        subjects=subjects, items=items, cards=cards, days=read_days(journal), profile=profile
    )
    moment, interview = make_moment(context), _interview_day(context)
    day = datetime.combine(interview, time(12)).astimezone()
    at = max(moment.now, to_milliseconds(day))
    return scene, stock.take_stock(scene, moment, context.today(), at), interview


def _interview_day(context: Context) -> date:
    """The day that counts: the interview's, today when that is past, in thirty days when none is set."""
    planned = context.read_profile().interview_date
    today = context.today()
    return max(planned, today) if planned else today + timedelta(days=DEFAULT_DAYS)


@progress.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--anki", type=click.Path(path_type=Path, dir_okay=False), help="Write an Anki deck (.apkg)."
)
@click.option(
    "--csv",
    "cards_csv",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the questions as CSV.",
)
@click.option(
    "--history-csv",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write your reviews as CSV.",
)
@click.option("--topic", help="For --anki and --csv: only this topic.")
@click.option("--pack", help="For --anki and --csv: only this pack.")
@click.pass_obj
def export(
    context: Context,
    file: Path | None,
    anki: Path | None,
    cards_csv: Path | None,
    history_csv: Path | None,
    topic: str | None,
    pack: str | None,
) -> None:
    """Write your events as JSON Lines (FILE), or questions and reviews for other programs.

    FILE holds everything you did; `progress import` on any device takes it back, in any order, twice too.

    Example: prep-tracker progress export progress.jsonl
    """
    from prep_tracker.cli.export import export_cards, export_history

    if not any((file, anki, cards_csv, history_csv)):
        raise InputError(
            "Nothing to write.", "Name a file: prep-tracker progress export progress.jsonl"
        )
    if anki or cards_csv:
        export_cards(context, anki, cards_csv, topic, pack)
    if file is None and history_csv is None:
        return
    with context.open_journal() as journal:
        if history_csv:
            talk(f"{export_history(journal, history_csv)} reviews written to {history_csv}")
        if file:
            from prep_tracker.storage.transfer import export_events

            count, files = export_events(journal, file, context.now())
            talk(f"{count} events written to {', '.join(str(path) for path in files)}")


@progress.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def import_(context: Context, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Merge events from files: JSON Lines, an Anki package of our own deck, or a review history CSV.

    Any order, any number of times: the result is the same. The page's stories and interviews become files
    where there is none (see `progress desk`). Bad lines are named, the good ones come in, exit status 1.

    Example: prep-tracker progress import phone.jsonl laptop.jsonl
    """
    from prep_tracker.storage.foreign import read_foreign
    from prep_tracker.storage.transfer import import_readings

    readings = [read_foreign(path) for path in files]
    with context.open_journal() as journal:
        imported = import_readings(journal, readings)
        _warm(context, journal)
        if imported.merge.kinds.get("document"):
            place_new(context, journal)
    merge = imported.merge
    if as_json:
        say_json(
            {
                "added": merge.added,
                "known": merge.known,
                "clashed": merge.clashed,
                "kinds": merge.kinds,
                "problems": [
                    {"path": one.path, "line": one.line, "message": one.message}
                    for one in imported.problems
                ],
            }
        )
    else:
        say(
            f"{merge.added} new events{_kinds(merge.kinds)}, "
            f"{merge.known} known before{_clashes(merge.clashed)}."
        )
    _report(imported.problems)
    if imported.problems:
        click.get_current_context().exit(1)


def _kinds(kinds: Mapping[str, int]) -> str:
    """What came, in brackets: ` (3 reviews, 1 note)`; nothing when nothing came."""
    parts = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in kinds.items())
    return f" ({parts})" if parts else ""


def _clashes(count: int) -> str:
    """A part of a sentence about ids that came with two contents."""
    return f", {count} with an id that has another content here (both are kept)" if count else ""


def _report(problems: Iterable[Problem]) -> None:
    """Name the lines that were left out."""
    for problem in problems:
        talk(f"{clean(problem.path)}:{problem.line}: {clean(problem.message)} (left out)")


def _warm(context: Context, journal: Journal) -> None:
    """Replay what is new now rather than when a sitting starts."""
    from prep_tracker.storage.cards import read_cards

    read_cards(
        journal,
        retention=context.read_profile().retention,
        aliases=context.read_shelf().aliases,
        cache=context.get_workspace().cache,
    )


@progress.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def sync(context: Context, folder: Path) -> None:
    """Come in step with your other devices through a shared FOLDER.

    Each device appends to a file of its own there and reads the others'; git or any program that
    synchronizes folders carries it.

    Example: prep-tracker progress sync ~/Shared/prep
    """
    from prep_tracker.storage.sync import sync_folder

    with context.open_journal() as journal:
        synced = sync_folder(journal, (context.cwd / folder.expanduser()).absolute(), context.now())
        _warm(context, journal)
    say(f"{synced.merge.added} events received, {synced.given} given, {synced.files} files read.")
    _report(synced.problems)


@progress.command()
@click.pass_obj
def restore(context: Context) -> None:
    """Bring a damaged or lost journal back from the newest good backup.

    The damaged file stays beside it, and events that can still be read from it are merged in.

    Example: prep-tracker progress restore
    """
    from prep_tracker.storage.restore import restore_journal

    restored = restore_journal(context.get_workspace(), context.now())
    source = (
        f"from {restored.backup.name}" if restored.backup else "without a backup (there was none)"
    )
    say(
        f"The journal is back {source}: {restored.events} events, {restored.saved} of them saved from the broken file."
    )
    if restored.aside:
        talk(f"The old file is kept: {restored.aside}")


@progress.command()
@click.argument("question")
@click.pass_obj
def resume(context: Context, question: str) -> None:
    """Bring a suspended QUESTION back into the reviews.

    Example: prep-tracker progress resume deep-learning/flat-loss
    """
    from prep_tracker.model.event import Event, EventKind

    cards = context.read_cards()
    if question not in cards or not cards[question].suspended:
        aside = sorted(item for item, card in cards.items() if card.suspended)
        raise InputError(
            f"{clean(question)} is not suspended.", f"Suspended: {', '.join(aside) or 'nothing'}"
        )
    event = Event(
        id=context.draw_id(),
        kind=EventKind.SUSPENSION,
        item=question,
        at=context.now(),
        offset=context.offset(),
        data={"suspended": False},
    )
    with context.open_journal() as journal:
        journal.append(event)
    say(f"{question} will come again.")


progress.add_command(desk)
