"""`progress desk`: stories, interviews and the profile of the page, beside the files of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prep_tracker.cli.context import Context
    from prep_tracker.storage.desk import Document, Sheet
    from prep_tracker.storage.journal import Journal

WORDS = {"new": "has no file yet", "same": "as its file", "differs": "differs from its file"}


@click.command()
@click.option(
    "--take",
    "names",
    multiple=True,
    metavar="NAME",
    help="Write this document of the page into its file; repeat it.",
)
@click.option(
    "--give",
    is_flag=True,
    help="Put the files into the journal, so that the next export carries them to the page.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def desk(context: Context, names: tuple[str, ...], *, give: bool, as_json: bool) -> None:
    """Compare what you wrote in the page (stories, interviews, aim) with the files of your workspace.

    An import writes what has no file yet and leaves everything else alone; here you choose.
    A file that is replaced is kept in the workspace's own folder, below `replaced`.

    \b
    Examples:
      prep-tracker progress desk
      prep-tracker progress desk --take profile --take story/the-model-that-forgot-weekends
      prep-tracker progress desk --give
    """  # fmt: skip
    from prep_tracker.storage.desk import list_sheets

    workspace = context.get_workspace()
    with context.open_journal() as journal:
        if give:
            _give(context, journal)
        documents = _read_documents(journal)
        _take(context, documents, names)
        sheets = list_sheets(workspace, documents)
    if as_json:
        rows = [
            {"name": one.name, "path": str(one.path), "state": one.state.value, "fault": one.fault} for one in sheets
        ]  # fmt: skip
        say_json({"documents": rows})
        return
    for one in sheets:
        say(
            f"{clean(one.name)}: {WORDS.get(one.state.value) or f'cannot be used: {clean(one.fault)}'}"
        )
    if not sheets:
        talk("Nothing of the page's desk is here yet: prep-tracker progress import FILE")


def place_new(context: Context, journal: Journal) -> None:
    """After an import: write documents that have no file yet, and name those that differ."""
    from prep_tracker.storage.desk import State, list_sheets, write_sheet

    workspace, documents = context.get_workspace(), _read_documents(journal)
    sheets = list_sheets(workspace, documents)
    for one in sheets:
        if one.state is State.NEW:
            write_sheet(workspace, one, documents[one.name], context.now())
            talk(f"Wrote {one.path}")
    differing = [clean(one.name) for one in sheets if one.state is State.DIFFERS]
    if differing:
        talk(f"Not written, since the file says something else: {', '.join(differing)}")
        talk(f"hint: prep-tracker progress desk --take {differing[0]}")
    for one in sheets:
        if one.state is State.BROKEN:
            talk(f"warning: {clean(one.name)} cannot be used: {clean(one.fault)}")


def _read_documents(journal: Journal) -> Mapping[str, Document]:
    from prep_tracker.storage.kept import read_kept

    return read_kept(journal).documents


def _take(context: Context, documents: Mapping[str, Document], names: tuple[str, ...]) -> None:
    from prep_tracker.errors import InputError, NotFoundError
    from prep_tracker.storage.desk import State, list_sheets, write_sheet

    workspace = context.get_workspace()
    sheets: dict[str, Sheet] = {one.name: one for one in list_sheets(workspace, documents)}
    for name in names:
        sheet = sheets.get(name)
        if sheet is None:
            known = ", ".join(map(clean, sheets)) or "nothing yet"
            raise NotFoundError(f"The page has no '{clean(name)}'.", f"It has: {known}.")
        if sheet.state is State.BROKEN:
            raise InputError(
                f"{clean(name)} cannot be used: {clean(sheet.fault)}", "Correct it in the page."
            )
        if sheet.state is not State.SAME:
            write_sheet(workspace, sheet, documents[name], context.now())
            talk(f"Wrote {sheet.path}")


def _give(context: Context, journal: Journal) -> None:
    """Events for the files that the page does not have so."""
    from prep_tracker.model.event import Event, EventKind
    from prep_tracker.storage.desk import State, list_sheets, read_documents

    workspace = context.get_workspace()
    known = _read_documents(journal)
    same = {one.name for one in list_sheets(workspace, known) if one.state is State.SAME}
    given = [(name, body) for name, body in read_documents(workspace).items() if name not in same]
    for name, body in given:
        merged = {**known.get(name, {}), **body}
        journal.append(
            Event(
                id=context.draw_id(), kind=EventKind.DOCUMENT, item=name, at=context.now(),
                offset=context.offset(), data={"body": merged},
            )
        )  # fmt: skip
    noun = "document" if len(given) == 1 else "documents"
    talk(f"{len(given)} {noun} given: prep-tracker progress export FILE carries them to the page")
