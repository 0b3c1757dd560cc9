"""The whole site: theme, pages, search index, swapped in when everything is there."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.errors import BuildError
from prep_tracker.site.builder import Builder
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.library import Library, ProofNote
from prep_tracker.site.pages.listing import list_recipes
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.renderer import Renderer
from prep_tracker.site.search import catalog_documents, stage_search
from prep_tracker.site.staging import find_source
from prep_tracker.site.theme import Theme, list_theme_files, make_theme
from prep_tracker.site.writer import PageWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prep_tracker.catalog import Catalog

STATIC = Path(__file__).parent / "static"


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
        say: Told about progress.
        has_search: Whether the search index is made.
    """

    out: Path
    work: Path
    builder: Builder = Builder.MATERIAL
    config: Path | None = None
    proofs: Mapping[str, ProofNote] = field(default_factory=dict)
    say: Callable[[str], None] = _say_nothing
    has_search: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Attributes:
        out: Folder of the site.
        pages: How many pages the site has.
        written: How many of them were rendered.
        seconds: Wall time.
    """

    out: Path
    pages: int
    written: int
    seconds: float


def build_site(catalog: Catalog, options: BuildOptions) -> BuildReport:
    """Build the site; the old one stays whole until the new one is there.

    Raises:
        BuildError: The builder failed, or the folder cannot be written.
    """
    start = time.perf_counter()
    try:
        options.work.mkdir(parents=True, exist_ok=True)
        pages, written = _build(catalog, options)
    except OSError as error:
        raise BuildError(
            f"the site cannot be written: {error.strerror or error} ({error.filename})",
            "The old site is whole. Free the disk or choose another folder with --out.",
        ) from error
    return BuildReport(out=options.out, pages=pages, written=written, seconds=time.perf_counter() - start)


def _build(catalog: Catalog, options: BuildOptions) -> tuple[int, int]:
    library = Library(catalog=catalog, proofs=options.proofs)
    has_app = (STATIC / "app.js").is_file()
    options.say(f"theme and hand-written pages ({options.builder})")
    theme = make_theme(find_source(options.config), options.builder, options.work, has_app=has_app)
    fresh = options.out.with_name(f".{options.out.name}.{os.getpid()}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _copy_fixed(theme, fresh, has_app=has_app)
        options.say("pages")
        count = _write_pages(library, theme, fresh)
        if options.has_search:
            options.say("search index")
            stage_search(catalog_documents(catalog.packs), catalog.synonyms, fresh / "assets" / "search")
        _swap(fresh, options.out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count, count


def _copy_fixed(theme: Theme, fresh: Path, *, has_app: bool) -> None:
    for name in list_theme_files(theme):
        target = fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(theme.root / name, target)
    if has_app:
        shutil.copytree(STATIC, fresh / "assets", dirs_exist_ok=True)


def _write_pages(library: Library, theme: Theme, fresh: Path) -> int:
    renderer = Renderer(library.find_url, Highlighter(), draw_figure)
    writer = PageWriter(library, renderer, theme.shells)
    count = 0
    folders: set[str] = set()
    for url, make in list_recipes(library):
        folder = url.rpartition("/")[0]
        if folder not in folders:
            (fresh / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        (fresh / url).write_bytes(writer.write(make()))
        count += 1
    return count


def _swap(fresh: Path, out: Path) -> None:
    old = out.with_name(f".{out.name}.{os.getpid()}.old")
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
