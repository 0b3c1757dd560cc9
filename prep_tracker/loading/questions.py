"""Read one question file."""

from __future__ import annotations

from prep_tracker.loading.entry import Entry, Reference
from prep_tracker.loading.fields import Fields
from prep_tracker.loading.links import find_links
from prep_tracker.loading.report import Report
from prep_tracker.loading.sections import (
    Halves,
    cut_items,
    cut_probes,
    cut_proof,
    cut_sections,
    split_front_matter,
)
from prep_tracker.loading.sources import decode_sources
from prep_tracker.loading.tree import Mapping, read_tree
from prep_tracker.model.kinds import KINDS
from prep_tracker.model.question import Question, Section
from prep_tracker.model.words import Asked, Competency, Level, Listener, Role, Round

MAX_COVERS = 3
_NO_DRAFT = frozenset({"unknown-kind", "stray-text", "empty-probe"})
"""With these, what the rules would say of the text is not to be relied on."""


def read_front_matter(halves: Halves, report: Report) -> Fields | None:
    """The front matter as fields, or None with a problem."""
    node = read_tree(halves.front, report, offset=1)
    if isinstance(node, Mapping):
        return Fields(node, report)
    if not report.problems:
        report.add(
            "no-front-matter",
            "the front matter is no mapping",
            line=2,
            hint="write `name: value` lines",
        )
    return None


def place_ids(fields: Fields, name: str, pack: str) -> tuple[tuple[str, ...], list[Reference]]:
    """A list of ids, those without a slash completed with the pack (except syllabus ids)."""
    ids: list[str] = []
    references = []
    for text, line, column in fields.placed_texts(name):
        target = text if name == "covers" or "/" in text else f"{pack}/{text}"
        ids.append(target)
        references.append(
            Reference(kind=name, target=target, path=fields.report.path, line=line, column=column)
        )
    return tuple(ids), references


def place_id(fields: Fields, name: str) -> tuple[str, list[Reference]]:
    """One optional id with its place."""
    value = fields.text(name, required=False)
    if not value:
        return "", []
    node = fields.node.items[name]
    path = fields.report.path
    return value, [
        Reference(kind=name, target=value, path=path, line=node.line, column=node.column)
    ]


def section_links(sections: tuple[Section, ...], path: str) -> list[Reference]:
    """In-catalog links of all sections."""
    return [
        Reference(
            kind="link",
            target=link.text,
            path=path,
            line=section.line + link.line - 1,
            column=link.column,
        )
        for section in sections
        for link in find_links(section.text)
    ]


def read_question(text: str, pack: str, slug: str, report: Report) -> Entry:
    """One question file's text as an entry.

    Args:
        text: The file's text.
        pack: Id of the pack.
        slug: File name without `.md`.
        report: Collects the problems; its path is the file's.
    """
    halves = split_front_matter(text, report)
    fields = read_front_matter(halves, report) if halves is not None else None
    if halves is None or fields is None:
        return Entry(path=report.path, item=None, problems=tuple(report.problems))
    sections = cut_sections(halves, report)
    question, references = _decode(fields, sections, pack, slug)
    fields.refuse_unknown()
    sound = not report.problems
    return Entry(
        path=report.path,
        item=question if sound else None,
        places=fields.node.places,
        references=(*references, *section_links(sections, report.path)) if sound else (),
        problems=tuple(report.problems),
        draft=None if sound or any(p.code in _NO_DRAFT for p in report.problems) else question,
    )


def _decode(
    fields: Fields, sections: tuple[Section, ...], pack: str, slug: str
) -> tuple[Question, list[Reference]]:
    report = fields.report
    by_title = {section.title: section for section in sections}
    kind = _kind(fields)
    covers, covered = place_ids(fields, "covers", pack)
    needs, needed = place_ids(fields, "needs", pack)
    replaces, replaced = place_id(fields, "replaces")
    topic, topics = place_id_of_topic(fields, pack)
    extra = KINDS[kind].fields
    question = Question(
        id=f"{pack}/{slug}",
        pack=pack,
        slug=slug,
        kind=kind,
        ask=fields.text("ask"),
        topic=topic,
        level=fields.word("level", Level),
        roles=fields.words("roles", Role),
        rounds=fields.words("rounds", Round),
        minutes=fields.integer("minutes", 1, 45),
        asked=fields.word("asked", Asked),
        covers=covers,
        needs=needs,
        replaces=replaces,
        checked=fields.day("checked"),
        sources=decode_sources(fields),
        competencies=fields.words("competencies", Competency) if "competencies" in extra else (),
        listeners=fields.words("listeners", Listener) if "listeners" in extra else (),
        learn=fields.text("learn") if "learn" in extra else "",
        sections=sections,
        key_points=tuple(text for text, _ in cut_items(by_title.get("Key points"))),
        probes=cut_probes(by_title.get("Probes"), report),
        proof=cut_proof(by_title.get("Proof")),
        path=report.path,
    )
    return question, [*covered, *needed, *replaced, *topics]


def _kind(fields: Fields) -> str:
    kind = fields.text("kind", required=False) or "concept"
    if kind not in KINDS:
        node = fields.node.items["kind"]
        fields.fail(
            "unknown-kind",
            f"the kind {kind[:40]!r} is not known",
            node,
            f"use one of: {', '.join(KINDS)}",
        )
        return "concept"
    return kind


def place_id_of_topic(fields: Fields, pack: str) -> tuple[str, list[Reference]]:
    """The topic's id, and a reference to it inside the pack."""
    topic = fields.identifier("topic")
    node = fields.node.items.get("topic")
    if not topic or node is None:
        return topic, []
    path = fields.report.path
    return topic, [
        Reference(
            kind="topic", target=f"{pack}/{topic}", path=path, line=node.line, column=node.column
        )
    ]
