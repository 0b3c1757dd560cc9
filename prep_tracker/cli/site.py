"""`site build` and `site serve`: the packs as a searchable site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from prep_tracker.site.build import BuildOptions, BuildReport

BUILDERS = ("material", "properdocs", "zensical")
WORK = ".prep-tracker/site"


@click.group()
def site() -> None:
    """Build the searchable site, or serve it while you edit."""


def _shared_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path),
                     help="Your own mkdocs.yml, with site_src beside it."),
        click.option("--pack", "packs", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
                     help="A pack's folder, shown as well as the installed ones. Repeatable."),
        click.option("--builder", type=click.Choice(BUILDERS), default="material", show_default=True,
                     help="The site builder that makes the theme's part."),
        click.option("--quiet", is_flag=True, help="Say nothing about progress."),
    ):  # fmt: skip
        command = option(command)
    return command


@site.command(epilog="Example: prep-tracker site build --out public")
@_shared_options
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("site"), show_default=True,
              help="Folder of the site.")  # fmt: skip
@click.option("--plain", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Write every page as ordinary Markdown into DIR instead, for any builder.")  # fmt: skip
@click.option("--fresh", is_flag=True, help="Render everything again.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON.")
def build(
    *,
    config: Path | None,
    packs: tuple[Path, ...],
    builder: str,
    quiet: bool,
    out: Path,
    plain: Path | None,
    fresh: bool,
    as_json: bool,
) -> None:
    """Render every pack into a folder that works from the disk and below any address."""
    from prep_tracker.site.build import build_site

    context = Context()
    options = make_options(context, out=out, config=config, builder=builder, quiet=quiet, fresh=fresh)
    catalog = context.read_catalog(packs)
    if plain is not None:
        from prep_tracker.site.plain import stage_plain

        count = stage_plain(catalog, plain, options.config)
        _report_plain(plain, count, as_json=as_json)
        return
    report = build_site(catalog, options)
    _report_build(report, as_json=as_json)


@site.command(epilog="Example: prep-tracker site serve --pack my-pack")
@_shared_options
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
def serve(
    *, config: Path | None, packs: tuple[Path, ...], builder: str, quiet: bool, port: int, opens: bool
) -> None:
    """Show the site on this computer and render again what you edit. Stop with Ctrl+C."""
    from prep_tracker.site.serve import serve_site

    context = Context()
    options = make_options(context, out=Path(WORK) / "served", config=config, builder=builder, quiet=quiet, fresh=False)
    serve_site(lambda: context.read_catalog(packs), packs, options, port=port, opens=opens)


def make_options(
    context: Context, *, out: Path, config: Path | None, builder: str, quiet: bool, fresh: bool
) -> BuildOptions:
    """What the command line asks the build for; paths are taken from the current folder."""
    from prep_tracker.site.build import BuildOptions
    from prep_tracker.site.builder import Builder
    from prep_tracker.cli.proofs import read_proof_notes

    return BuildOptions(
        out=context.cwd / out,
        work=context.cwd / WORK,
        builder=Builder(builder),
        config=config,
        proofs=read_proof_notes(context),
        say=_say_nothing if quiet else say_progress,
        is_fresh=fresh,
    )


def say_progress(words: str) -> None:
    """One line on stderr."""
    click.echo(f"  {words} …", err=True)


def _say_nothing(_: str) -> None:
    """Report progress to nobody."""


def _report_build(report: BuildReport, *, as_json: bool) -> None:
    if as_json:
        facts = {
            "out": str(report.out),
            "index": (report.out / "index.html").as_uri(),
            "pages": report.pages,
            "written": report.written,
            "removed": report.removed,
            "seconds": round(report.seconds, 3),
        }
        click.echo(json.dumps(facts))
        return
    changed = f"{report.written} new or changed" if report.written != report.pages else "all rendered"
    click.echo(f"The site is in {report.out}: {report.pages} pages, {changed}, in {report.seconds:.1f} s.")
    click.echo(f"Look: open {(report.out / 'index.html').as_uri()}")
    click.echo("or serve it while you edit: prep-tracker site serve")


def _report_plain(folder: Path, count: int, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"out": str(folder), "pages": count}))
        return
    click.echo(f"{count} Markdown pages are in {folder}; build them there with: mkdocs build")


