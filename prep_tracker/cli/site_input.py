"""What `site` commands give the build: packs, pages of plugins, the record of proofs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.cli.failures import warn_of_failures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prep_tracker.catalog import Catalog
    from prep_tracker.site.library import ExtraPage, ProofNote


def read_input(folders: Sequence[Path]) -> tuple[Catalog, tuple[ExtraPage, ...]]:
    """All installed packs and those in `folders`, and the pages that plugins add.

    The learner's own pack is not among them: a site may be published.
    """
    from prep_tracker.errors import InputError
    from prep_tracker.loading import find_pack_roots, load_catalog
    from prep_tracker.plugins import find_plugins
    from prep_tracker.site.library import ExtraPage

    roots = []
    for folder in folders:
        found = list(find_pack_roots(folder))
        if not found:
            raise InputError(f"{folder} holds no pack", "A pack is a folder with a pack.yml.")
        roots += found
    plugins = find_plugins()
    catalog = load_catalog(roots or None, plugins=plugins, with_installed=True)
    pages = plugins.pages(catalog)
    warn_of_failures(
        (*catalog.failures, *(f for f in plugins.failures if f not in catalog.failures))
    )
    extras = (
        ExtraPage(plugin=_slug(p.name), slug=slug, title=title, text=text)
        for p, slug, title, text in pages
    )
    return catalog, tuple(extras)


def read_proof_notes(catalog: Catalog) -> dict[str, ProofNote]:
    """What the records say about the proofs, by question id."""
    from prep_tracker.loading import data_root
    from prep_tracker.loading.places import proof_records
    from prep_tracker.loading.proof_record import digest_proof, read_record
    from prep_tracker.site.library import ProofNote

    runs = read_record(*proof_records(data_root()))
    notes = {}
    for question in catalog.questions:
        run = runs.get(digest_proof(question.proof)) if runs and question.proof else None
        if run is not None:
            notes[question.id] = ProofNote(
                status=run.status,
                when=run.when[:10],
                versions=tuple(f"{name} {version}" for name, version in run.versions),
                seconds=run.seconds,
            )
    return notes


def _slug(name: str) -> str:
    return (
        "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in name.lower()).split())
        or "plugin"
    )
