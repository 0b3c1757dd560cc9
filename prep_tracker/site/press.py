"""The press: renders the pages that changed, on all processors where there are many."""

from __future__ import annotations

import multiprocessing
import os
import sys
from typing import TYPE_CHECKING

from prep_tracker.errors import BuildError
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.renderer import Renderer
from prep_tracker.site.writer import PageWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prep_tracker.site.assemble import Assembly
    from prep_tracker.site.library import Library
    from prep_tracker.site.manifest import Manifest
    from prep_tracker.site.page import Page
    from prep_tracker.site.recipes import Recipe
    from prep_tracker.site.sheets import Sheet
    from prep_tracker.site.theme import Theme

MOST_WORKERS = 4
MANY = 1_500
"""From this many pages on, a second process is worth its start."""


def print_pages(
    library: Library,
    theme: Theme,
    recipes: Sequence[Recipe[Page | Sheet]],
    old: Manifest,
    assembly: Assembly,
) -> list[str]:
    """Put every page into the new site; gives the addresses of those that are new or changed.

    Args:
        library: All packs.
        theme: Shells and the digest that keys were made with.
        recipes: All pages.
        old: What the old site was made from.
        assembly: Where the pages go.
    """
    changed = [recipe for recipe in recipes if not _is_kept(recipe, old, assembly)]
    writer = make_writer(library, theme)
    workers = (
        min(os.cpu_count() or 1, MOST_WORKERS)
        if len(changed) >= MANY and sys.platform == "linux"
        else 1
    )
    if workers == 1:
        return _print_some(writer, changed, assembly)
    for recipe in changed:
        assembly.place(recipe.url)
    return _print_in_parts(writer, changed, assembly, workers)


def make_writer(library: Library, theme: Theme) -> PageWriter:
    """The writer of the site's pages."""
    return PageWriter(
        library,
        Renderer(library.find_url, Highlighter(), draw_figure, library.find_picture),
        theme.shells,
    )


def _is_kept(recipe: Recipe[Page | Sheet], old: Manifest, assembly: Assembly) -> bool:
    return (
        bool(recipe.key) and old.pages.get(recipe.url) == recipe.key and assembly.keep(recipe.url)
    )


def _print_some(
    writer: PageWriter, recipes: Sequence[Recipe[Page | Sheet]], assembly: Assembly
) -> list[str]:
    return [
        recipe.url for recipe in recipes if assembly.write(recipe.url, writer.write(recipe.make()))
    ]


def _print_in_parts(
    writer: PageWriter, recipes: Sequence[Recipe[Page | Sheet]], assembly: Assembly, workers: int
) -> list[str]:
    """Every process takes a contiguous part, so that what neighbours share is made once."""
    context = multiprocessing.get_context("fork")
    marks = context.RawArray("b", len(recipes))
    size = -(-len(recipes) // workers)

    def work(number: int) -> None:
        for place in range(number * size, min((number + 1) * size, len(recipes))):
            recipe = recipes[place]
            marks[place] = assembly.write(recipe.url, writer.write(recipe.make()))

    children = [context.Process(target=work, args=(number,)) for number in range(1, workers)]
    for child in children:
        child.start()
    try:
        work(0)
    finally:
        for child in children:
            child.join()
    if any(child.exitcode for child in children):
        raise BuildError(
            "a process that renders pages stopped", "The old site is whole. Try again with --fresh."
        )
    return [recipe.url for recipe, mark in zip(recipes, marks, strict=True) if mark]
