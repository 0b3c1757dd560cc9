"""The records and the table of `packs list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from prep_tracker.cli.output import clean

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.failure import Failure
    from prep_tracker.model.pack import Pack

COUNTS = ("questions", "exercises", "companies", "emails", "proofs", "problems")
_NOUNS = {
    name: "company" if name == "companies" else name.removesuffix("s").replace("email", "e-mail")
    for name in COUNTS
}


def _pack_record(pack: Pack, catalog: Catalog) -> dict[str, Any]:
    across = sum(problem.pack == pack.id for problem in catalog.problems)
    deeds = [
        f.cause for f in catalog.failures if not f.is_fatal and f.distribution == pack.distribution
    ]
    return {
        "id": pack.id,
        "title": pack.title,
        "version": pack.version,
        "distribution": pack.distribution,
        "questions": len(pack.questions),
        "exercises": len(pack.exercises),
        "companies": len(pack.companies),
        "emails": len(pack.emails),
        "proofs": sum(question.proof is not None for question in pack.questions),
        "problems": len(pack.problems) + across,
        "failure": "",
        "misdeeds": deeds if pack.distribution != "prep-tracker" else [],
        "root": pack.root,
    }


def _failure_record(failure: Failure) -> dict[str, Any]:
    return {
        "id": failure.plugin,
        "title": "",
        "version": failure.version,
        "distribution": failure.distribution,
        **dict.fromkeys(COUNTS, 0),
        "failure": failure.cause,
        "misdeeds": [],
        "root": "",
    }


def list_records(catalog: Catalog) -> dict[str, Any]:
    """Every pack, then everything that could not be used, and totals, as `--json` gives them."""
    packs = [_pack_record(pack, catalog) for pack in catalog.packs]
    packs += [_failure_record(failure) for failure in catalog.failures if failure.is_fatal]
    totals = {name: sum(record[name] for record in packs) for name in COUNTS}
    totals |= {
        "packs": len(catalog.packs),
        "failures": sum(failure.is_fatal for failure in catalog.failures),
    }
    totals |= {"syllabus_covered": len(catalog.covered()), "syllabus_total": len(catalog.syllabus)}
    return {"packs": packs, "totals": totals}


def render_table(records: dict[str, Any]) -> Iterator[str]:
    """The records as lines of a table, wide or narrow as the names need."""
    from prep_tracker.site.pages.count import count_of

    rows = records["packs"]
    width = max([len(clean(row["id"])) for row in rows], default=4)
    for row in rows:
        if row["failure"]:
            yield f"{clean(row['id']):<{width}}  not used: {clean(row['failure'])}"
            continue
        counts = ", ".join(count_of(row[name], _NOUNS[name]) for name in COUNTS if row[name])
        source = " ".join(part for part in (row["distribution"], row["version"]) if part)
        yield f"{clean(row['id']):<{width}}  {counts or 'empty'}  ({clean(source) or 'a folder'})"
    totals = records["totals"]
    counts = ", ".join(count_of(totals[name], _NOUNS[name]) for name in COUNTS)
    yield f"{count_of(totals['packs'], 'pack')}: {counts}"
    yield f"syllabus: {totals['syllabus_covered']} of {totals['syllabus_total']} lines covered"
