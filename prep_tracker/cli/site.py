"""`site build` and `site serve`: the packs as a searchable site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.context import Context
from prep_tracker.cli.output import say, say_json, talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from prep_tracker.site.build import BuildOptions, BuildReport

BUILDERS = ("material", "properdocs", "zensical")
WORK = Path(".prep-tracker", "site")
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def site() -> None:
    """Build the searchable site, or serve it while you edit."""


def _shared_options(command: Callable[..., None]) -> Callable[..., None]:
    pack = click.Path(exists=True, file_okay=False, path_type=Path)
    config = click.Path(exists=True, dir_okay=False, path_type=Path)
    for option in (
        click.option("--quiet", is_flag=True, help="Say nothing about progress."),
        click.option("--builder", type=click.Choice(BUILDERS), default="material", show_default=True,
                     help="What makes the theme and the hand-written pages."),
        click.option("--config", type=config, help="Your own mkdocs.yml, with a site_src folder beside it."),
        click.option("--pyodide", type=click.Path(exists=True, file_okay=False, path_type=Path),
                     help="A folder with a Pyodide distribution, or with its wheels (NumPy): exercises that need them run in the page."),
        click.option("--pack", "packs", multiple=True, type=pack,
                     help="A folder of a pack, shown as well as the installed packs. Repeatable."),
    ):  # fmt: skip
        command = option(command)
    return command


@site.command(epilog="Example: prep-tracker site build --out public")
@_shared_options
@click.option(
    "--out", type=FOLDER, default=Path("site"), show_default=True, help="Folder of the site."
)
@click.option(
    "--plain",
    type=FOLDER,
    help="Write every page as ordinary Markdown there instead, for any builder.",
)
@click.option("--fresh", is_flag=True, help="Render everything again.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
def build(
    *, out: Path, plain: Path | None, as_json: bool, packs: tuple[Path, ...], **wishes: Any
) -> None:
    """Render every pack into a folder that works from the disk and below any address."""
    from prep_tracker.site.build import build_site

    catalog, options = _prepare(Context(), out, packs, wishes)
    if plain is not None:
        from prep_tracker.site.plain import stage_plain

        _report_plain(plain, stage_plain(catalog, plain, options), as_json=as_json)
        return
    if not wishes["quiet"]:
        talk(
            f"Building {len(catalog.questions):,} questions of {len(catalog.packs)} packs into {options.out}"
        )
    _report_build(build_site(catalog, options), as_json=as_json)


@site.command(epilog="Example: prep-tracker site serve --pack my-pack")
@_shared_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0 takes any free one.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.pass_obj
def serve(
    context: Context, /, *, port: int, opens: bool, packs: tuple[Path, ...], **wishes: Any
) -> None:
    """Show the site on this computer and render again what you edit; Ctrl+C stops.

    "Your plan" in its header leads to me.html, a page of your own that no built site has.
    What you rate and note in the page is in your workspace at once, and the other way round.
    """
    from prep_tracker.cli.site_journal import WorkspaceLedger
    from prep_tracker.cli.site_me import read_personal
    from prep_tracker.site.serve.run import serve_site

    wishes["fresh"] = False
    catalog, options = _prepare(context, WORK / "served", packs, wishes)
    talk(f"Building {len(catalog.questions):,} questions of {len(catalog.packs)} packs")
    serve_site(
        catalog,
        options,
        lambda: _prepare(context, WORK / "served", packs, wishes),
        lambda: read_personal(context),
        WorkspaceLedger(context=context),
        port=port,
        opens=opens,
        say=talk,
    )


def _prepare(
    context: Context, out: Path, packs: tuple[Path, ...], wishes: dict[str, Any]
) -> tuple[Any, BuildOptions]:
    from prep_tracker.cli.site_input import read_input, read_proof_notes
    from prep_tracker.site.build import BuildOptions
    from prep_tracker.site.builder import Builder

    catalog, extras = read_input(packs)
    options = BuildOptions(
        out=context.cwd / out,
        work=context.cwd / WORK,
        builder=Builder(wishes["builder"]),
        config=wishes["config"],
        proofs=read_proof_notes(catalog),
        extras=extras,
        say=_say_nothing if wishes["quiet"] else _say_progress,
        is_fresh=wishes["fresh"],
        pyodide=wishes["pyodide"],
    )
    return catalog, options


def _say_progress(words: str) -> None:
    talk(f"  {words} …")


def _say_nothing(_: str) -> None:
    """Report progress to nobody."""


def _report_build(report: BuildReport, *, as_json: bool) -> None:
    index = (report.out / "index.html").as_uri()
    if as_json:
        say_json(
            {
                "out": str(report.out),
                "index": index,
                "pages": report.pages,
                "written": report.written,
                "removed": report.removed,
                "seconds": round(report.seconds, 3),
            }
        )
        return
    say(
        f"{report.pages:,} pages, {report.written:,} of them new or changed, in {report.seconds:.1f} s: {report.out}"
    )
    say(f"Look at it: {index}")
    say("or, with live reload: prep-tracker site serve")


def _report_plain(folder: Path, count: int, *, as_json: bool) -> None:
    if as_json:
        say_json({"out": str(folder), "pages": count})
        return
    say(
        f"{count:,} Markdown pages and a mkdocs.yml are in {folder}; any builder takes them, e.g. mkdocs build"
    )
