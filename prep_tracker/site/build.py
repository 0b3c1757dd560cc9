"""The whole site: theme, pages, search index, swapped in when everything is there."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.errors import BuildError
from prep_tracker.loading.places import cache_folder_or
from prep_tracker.site.aims import AIMS, render_aims
from prep_tracker.site.assemble import Assembly, InPlace
from prep_tracker.site.builder import Builder
from prep_tracker.site.fixed import FixedFiles, find_fixed_files
from prep_tracker.site.index import digest_documents, stage_documents
from prep_tracker.site.items import ITEMS, render_items
from prep_tracker.site.keys import KeyMaker, digest_of, digest_program
from prep_tracker.site.library import ExtraPage, Library, ProofNote
from prep_tracker.site.manifest import Manifest, find_manifest, read_manifest, write_manifest
from prep_tracker.site.offline import stage_offline
from prep_tracker.site.papers import PAPERS, render_papers
from prep_tracker.site.press import print_pages
from prep_tracker.site.published import read_published, stage_sitemap
from prep_tracker.site.python import NOTE, find_python, render_note
from prep_tracker.site.recipes import list_recipes
from prep_tracker.site.sheets import list_sheets
from prep_tracker.site.staging import find_source
from prep_tracker.site.theme import Theme, make_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prep_tracker.catalog import Catalog
    from prep_tracker.site.page import Page
    from prep_tracker.site.recipes import Recipe
    from prep_tracker.site.sheets import Sheet


def _say_nothing(_: str) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for.

    Attributes:
        out: Folder of the site.
        work: Folder kept between builds.
        builder: Which site builder.
        config: Another `mkdocs.yml`, or None for our own.
        proofs: What is known about proofs, by question id.
        extras: Pages that plugins add.
        say: Told about progress.
        is_fresh: Whether everything is rendered again.
        has_search: Whether the search index is made.
        pyodide: A folder with a Pyodide distribution or with wheels for ours; see `prep_tracker.site.python`.
    """

    out: Path
    work: Path
    builder: Builder = Builder.MATERIAL
    config: Path | None = None
    proofs: Mapping[str, ProofNote] = field(default_factory=dict)
    extras: tuple[ExtraPage, ...] = ()
    say: Callable[[str], None] = _say_nothing
    is_fresh: bool = False
    has_search: bool = True
    pyodide: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Attributes:
        out: Folder of the site.
        pages: How many pages of packs the site has.
        written: How many of them are new or changed.
        removed: How many of the old site are gone.
        seconds: Wall time.
        names: Their addresses.
    """

    out: Path
    pages: int
    written: int
    removed: int
    seconds: float
    names: tuple[str, ...] = ()


def build_site(catalog: Catalog, options: BuildOptions) -> BuildReport:
    """Build the site; the old one stays whole until the new one is there.

    Raises:
        BuildError: The builder failed, or the folder cannot be written.
    """
    return _build_guarded(catalog, options, Assembly)


def refresh_site(catalog: Catalog, options: BuildOptions) -> BuildReport:
    """Bring the site that is being served up to date, file by file.

    Raises:
        BuildError: As `build_site`.
    """
    return _build_guarded(catalog, options, InPlace)


def _build_guarded(
    catalog: Catalog, options: BuildOptions, start_assembly: Callable[[Path], Assembly]
) -> BuildReport:
    start = time.perf_counter()
    try:
        options.work.mkdir(parents=True, exist_ok=True)
        options.say(f"theme and hand-written pages, by {options.builder}")
        source = find_source(options.config)
        theme = make_theme(source, options.builder, cache_folder_or(options.work))
        published = read_published(source)
        library = Library(
            catalog=catalog,
            proofs=options.proofs,
            extras=options.extras,
            suggest=published.suggest,
            site_url=published.site_url,
        )
        assembly = start_assembly(options.out)
        try:
            pages, names, removed = _build(library, theme, source.docs, options, assembly)
        finally:
            assembly.discard()
    except OSError as error:
        raise BuildError(
            f"the site cannot be written: {error.strerror or error} ({error.filename})",
            "The old site is whole. Free the disk, or choose another folder with --out.",
        ) from error
    seconds = time.perf_counter() - start
    return BuildReport(
        out=options.out,
        pages=pages,
        written=len(names),
        removed=removed,
        seconds=seconds,
        names=tuple(names),
    )


def _build(
    library: Library, theme: Theme, docs: Path, options: BuildOptions, assembly: Assembly
) -> tuple[int, list[str], int]:
    place = find_manifest(options.work, options.out)
    is_known = options.out.is_dir() and not options.is_fresh
    old = read_manifest(place) if is_known else Manifest()
    python = find_python(library.catalog, options.work, options.pyodide)
    fixed = find_fixed_files(theme, library.catalog, python)
    new = Manifest(fixed=fixed.digest, search=old.search)
    keys = KeyMaker(library, digest_of(theme.shell_digest, digest_program()))
    pages, sheets = list(list_recipes(library, keys)), list(list_sheets(library, keys))
    recipes: list[Recipe[Page | Sheet]] = [*pages, *sheets]
    _place_fixed(fixed, assembly, is_same=old.fixed == new.fixed)
    options.say(f"{len(pages):,} pages")
    written = print_pages(library, theme, recipes, old, assembly)
    new.pages = {recipe.url: recipe.key for recipe in recipes}
    gone = old.pages.keys() - new.pages.keys()
    if options.has_search:
        new.search = digest_documents(library, docs)
        if new.search != old.search:
            options.say("search index")
        stage_documents(library, docs, assembly, is_same=new.search == old.search)
    assembly.write(ITEMS, render_items(library.catalog))
    assembly.write(AIMS, render_aims(library.catalog))
    assembly.write(NOTE, render_note(python))
    assembly.write(PAPERS, render_papers(library.catalog))
    if assembly.is_whole:
        stage_offline(assembly)
        stage_sitemap(library.site_url, assembly)
    place.unlink(missing_ok=True)
    for name in sorted(gone):
        assembly.remove(name)
    assembly.swap()
    write_manifest(place, new)
    names = [name for name in written if name.endswith(".html")]
    return len(pages), names, sum(name.endswith(".html") for name in gone)


def _place_fixed(fixed: FixedFiles, assembly: Assembly, *, is_same: bool) -> None:
    for name, source in fixed.files.items():
        if not (is_same and assembly.keep(name)):
            assembly.copy(source, name)
