"""Read one company profile."""

from __future__ import annotations

from datetime import date

from prep_tracker.loading.entry import Entry, Reference
from prep_tracker.loading.fields import Fields
from prep_tracker.loading.report import Report
from prep_tracker.loading.sources import decode_sources
from prep_tracker.loading.tree import Mapping, read_tree
from prep_tracker.model.company import Company, CompanyRound, CompanyValue
from prep_tracker.model.words import Round

BASES = ("published", "reported", "general")


def read_company(text: str, pack: str, slug: str, report: Report) -> Entry:
    """One company file's text as an entry."""
    node = read_tree(text, report)
    if not isinstance(node, Mapping):
        if not report.problems:
            report.add(
                "wrong-type",
                "a company file is a mapping",
                line=1,
                hint="write `name: value` lines",
            )
        return Entry(path=report.path, item=None, problems=tuple(report.problems))
    fields = Fields(node, report)
    references: list[Reference] = []
    company = Company(
        id=f"{pack}/{slug}",
        pack=pack,
        slug=slug,
        title=fields.text("title"),
        summary=fields.text("summary"),
        rounds=fields.each("rounds", lambda inner: _decode_round(inner, references)),
        values=fields.each("values", _decode_value, required=False),
        caution=fields.text("caution"),
        checked=fields.day("checked", required=True) or date.min,
        sources=decode_sources(fields),
        path=report.path,
    )
    fields.refuse_unknown()
    sound = not report.problems
    return Entry(
        path=report.path,
        item=company if sound else None,
        places=node.places,
        references=tuple(references) if sound else (),
        problems=tuple(report.problems),
    )


def _decode_round(fields: Fields, references: list[Reference]) -> CompanyRound:
    weights = []
    for key, node, (line, column) in fields.pairs("weights"):
        weights.append((key, fields.number(f"weights.{key}", node)))
        path = fields.report.path
        references.append(
            Reference(kind="weights", target=key, path=path, line=line, column=column)
        )
    basis = fields.text("basis")
    if basis and basis not in BASES:
        node = fields.node.items["basis"]
        fields.fail(
            "unknown-word",
            f"{fields.where}basis is {basis[:40]!r}",
            node,
            f"use one of: {', '.join(BASES)}",
        )
    return CompanyRound(
        round=fields.word("round", Round),
        title=fields.text("title"),
        minutes=fields.integer("minutes", 0, 480),
        note=fields.text("note"),
        basis=basis,
        weights=tuple(weights),
    )


def _decode_value(fields: Fields) -> CompanyValue:
    return CompanyValue(title=fields.text("title"), note=fields.text("note"))
