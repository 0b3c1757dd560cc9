"""The search index of the site, made again only when something that can be found changed."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.site.keys import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prep_tracker.model.company import Company
    from prep_tracker.model.email import EmailTemplate
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.question import Question
    from prep_tracker.site.assemble import Assembly
    from prep_tracker.site.library import Library

FOLDER = "assets/search"


def digest_documents(library: Library, docs: Path) -> str:
    """Changes when the documents, or the code that indexes them, do."""
    here = Path(__file__).parent / "search"
    catalog = library.catalog
    items: Iterable[Question | Exercise | Company | EmailTemplate] = chain(
        catalog.questions, catalog.exercises, catalog.companies, catalog.emails
    )
    return digest_of(
        [(path.name, path.stat().st_mtime_ns) for path in sorted(here.glob("*.py"))],
        [(path.name, path.stat().st_mtime_ns) for path in sorted(docs.rglob("*.md"))],
        [(pack.id, pack.title, pack.topics, pack.synonyms) for pack in catalog.packs],
        [item.digest or item for item in items],
    )


def stage_documents(library: Library, docs: Path, assembly: Assembly, *, is_same: bool) -> None:
    """Put the index into the new site: the old one's where nothing changed."""
    old = assembly.old / FOLDER
    if (
        is_same
        and old.is_dir()
        and all(
            assembly.keep(f"{FOLDER}/{name}")
            for name in sorted(path.name for path in old.iterdir())
        )
    ):
        return
    from prep_tracker.site.search.documents import catalog_documents
    from prep_tracker.site.search.pages import page_documents
    from prep_tracker.site.search.shards import stage_search

    catalog = library.catalog
    documents = chain(catalog_documents(catalog.packs), page_documents(docs))
    stage_search(documents, catalog.synonyms, assembly.root / FOLDER)
