"""`search`: the site's index and ranking in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, say, say_json, talk
from prep_tracker.model.words import Level, Role, Round

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.site.search.reader import Reader

KINDS = (
    "question",
    "case",
    "behavioral",
    "explain",
    "to-ask",
    "exercise",
    "company",
    "email",
    "page",
)


@click.command(epilog="Example: prep-tracker search why not accuracy on imbalanced data")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--kind", type=click.Choice(KINDS), multiple=True, help="Only this kind of result. Repeatable."
)
@click.option(
    "--level", type=click.Choice([*Level]), multiple=True, help="Only this seniority. Repeatable."
)
@click.option(
    "--role", type=click.Choice([*Role]), multiple=True, help="Only for this job. Repeatable."
)
@click.option(
    "--round",
    "rounds",
    type=click.Choice([*Round]),
    multiple=True,
    help="Only for this kind of interview.",
)
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many results."
)
@click.option("--full", is_flag=True, help="Add the text of each result.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def search(
    context: Context,
    *,
    query: tuple[str, ...],
    kind: tuple[str, ...],
    level: tuple[str, ...],
    role: tuple[str, ...],
    rounds: tuple[str, ...],
    limit: int,
    full: bool,
    as_json: bool,
) -> None:
    """Find questions, exercises, companies, e-mails and pages; whole sentences are welcome."""
    from prep_tracker.site.search.query import search as search_index

    reader = read_index(context)
    asked = " ".join(query)
    chosen = {"kind": kind, "level": level, "role": role, "round": rounds}
    found = search_index(
        reader, asked, [f"{facet}:{name}" for facet, names in chosen.items() for name in names]
    )
    rows = [(reader.document(hit.number), hit.score) for hit in found.hits[:limit]]
    if as_json:
        say_json([record(row, score, full=full) for row, score in rows])
        return
    if found.meant:
        talk(f"Did you mean: {found.meant}")
    for row, _ in rows:
        say_row(row, full=full)
    if not rows:
        talk(f"Nothing found for: {clean(asked)}")
        sys.exit(1)
    if len(found.hits) > limit:
        talk(f"{len(found.hits) - limit} more; --limit {min(1000, len(found.hits))} shows them.")


def record(row: list[Any], score: int, *, full: bool) -> dict[str, Any]:
    """One result of `--json`."""
    shown = {"id": row[0], "kind": row[1], "title": row[2], "url": row[3], "score": score}
    return shown | {"level": row[4], "minutes": row[5]} | ({"text": row[6]} if full else {})


def say_row(row: list[Any], *, full: bool) -> None:
    """One result for people: title, then what it is and its id."""
    facts = [row[1], row[4], f"{row[5]} min" if row[5] else "", row[0]]
    say(clean(row[2]))
    say("  " + " · ".join(clean(fact) for fact in facts if fact))
    if full:
        from textwrap import fill

        say(fill(clean(row[6]), width=100, initial_indent="  ", subsequent_indent="  ") + "\n")


def read_index(context: Context) -> Reader:
    """The index of all installed packs and of the hand-written pages, from the cache when nothing changed."""
    from prep_tracker.loading.places import cache_folder
    from prep_tracker.site.search.kept import docs_folder, open_kept, render_signature

    def find_roots() -> tuple[Any, bool]:
        return [str(source.root) for source in context.plugins.pack_sources()], True

    docs = docs_folder()
    roots = context.read_kept(cache_folder() / "kept" / "roots.bin", find_roots, is_deep=False)
    signature = render_signature([*map(Path, roots), docs])
    return open_kept(
        cache_folder() / "search", signature, lambda folder: _stage(context, docs, folder)
    )


def _stage(context: Context, docs: Path, folder: Path) -> None:
    from prep_tracker.site.search.documents import catalog_documents
    from prep_tracker.site.search.pages import page_documents
    from prep_tracker.site.search.shards import stage_search

    talk("Making the search index …")
    catalog = context.catalog
    stage_search(
        (*catalog_documents(catalog.packs), *page_documents(docs)), catalog.synonyms, folder
    )
