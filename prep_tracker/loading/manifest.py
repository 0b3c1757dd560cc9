"""Read `pack.yml`, `synonyms.yml`, `tips.yml` and `syllabus.yml`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from prep_tracker.loading.fields import Fields
from prep_tracker.loading.report import Report
from prep_tracker.loading.text import read_text
from prep_tracker.loading.tree import Mapping, Node, Scalar, Sequence, read_tree
from prep_tracker.model.pack import SCHEMA_VERSION, Pack, Topic
from prep_tracker.model.syllabus import SyllabusLine, Tip

TIPS = 20


def read_manifest(root: Path, report: Report) -> Pack | None:
    """The pack with its topics and synonyms, without its content; or None with problems.

    Problems of `synonyms.yml` are in the pack, those of `pack.yml` in the report.
    """
    text = read_text(root / "pack.yml", report)
    node = read_tree(text, report) if text is not None else None
    if not isinstance(node, Mapping):
        if not report.problems:
            report.add(
                "wrong-type",
                "pack.yml is a mapping",
                line=1,
                hint="write `id:`, `title:` and so on",
            )
        return None
    fields = Fields(node, report)
    if not _is_known_schema(fields):
        return None
    identity = fields.identifier("id")
    pack = Pack(
        id=identity,
        title=fields.text("title"),
        summary=fields.text("summary"),
        licence=fields.text("licence"),
        authors=fields.texts("authors"),
        schema=SCHEMA_VERSION,
        topics=fields.each("topics", lambda inner: _decode_topic(inner, identity)),
        root=str(root),
    )
    fields.refuse_unknown()
    _refuse_double_topics(pack, fields)
    if report.problems:
        return None
    inner = Report(identity, "synonyms.yml")
    has_synonyms = (root / inner.path).exists() or (root / inner.path).is_symlink()
    synonyms = read_synonyms(root, inner) if has_synonyms else ()
    return replace(pack, synonyms=synonyms, problems=tuple(inner.problems))


def _is_known_schema(fields: Fields) -> bool:
    schema = fields.integer("schema", 1, 999)
    if fields.is_sound and schema > SCHEMA_VERSION:
        fields.fail(
            "newer-schema",
            f"the pack is written for format {schema}, and this program reads up to {SCHEMA_VERSION}",
            fields.node.items["schema"],
            "update prep-tracker",
        )
    return fields.is_sound


def _decode_topic(fields: Fields, pack: str) -> Topic:
    tips = []
    for node in fields.sequence("tips"):
        text = node.text if isinstance(node, Scalar) and node.plain else ""
        if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= TIPS:
            tips.append(int(text))
        else:
            fields.fail(
                "out-of-range",
                f"{fields.where}tips must be numbers of tips",
                node,
                f"use 1 to {TIPS}",
            )
    return Topic(
        id=fields.identifier("id"),
        pack=pack,
        title=fields.text("title"),
        tips=tuple(tips),
        summary=fields.text("summary", required=False),
    )


def _refuse_double_topics(pack: Pack, fields: Fields) -> None:
    seen: set[str] = set()
    for topic in pack.topics:
        if topic.id in seen:
            fields.fail(
                "duplicate-id",
                f"the topic {topic.id} stands twice",
                fields.node,
                "delete one of the two",
            )
        seen.add(topic.id)


def read_synonyms(root: Path, report: Report) -> tuple[tuple[str, ...], ...]:
    """Groups of spellings; an empty tuple when there is no such file."""
    text = read_text(root / "synonyms.yml", report)
    node = read_tree(text, report) if text is not None else None
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        report.add(
            "wrong-type",
            "synonyms.yml is a list of lists",
            line=1,
            hint="write `- [L1, lasso]` lines",
        )
        return ()
    return tuple(group for item in node.items if (group := _decode_group(item, report)))


def _decode_group(node: Node, report: Report) -> tuple[str, ...]:
    if (
        isinstance(node, Sequence)
        and len(node.items) > 1
        and all(isinstance(item, Scalar) for item in node.items)
    ):
        fields = Fields(Mapping({}, {}, node.line, node.column), report, "synonyms.")
        return tuple(fields.as_text("spelling", item) for item in node.items)
    report.add(
        "wrong-type",
        "a group is a list of two or more spellings",
        line=node.line,
        hint="write `- [a, b]`",
    )
    return ()


def read_tips(path: Path, report: Report) -> tuple[Tip, ...]:
    """The guide's twenty tips."""
    return tuple(
        Tip(
            number=fields.integer("number", 1, TIPS),
            slug=fields.identifier("slug"),
            title=fields.text("title"),
            summary=fields.text("summary"),
        )
        for fields in _records(path, report)
    )


def read_syllabus(path: Path, report: Report) -> tuple[SyllabusLine, ...]:
    """The lines of what an interview can ask."""
    return tuple(_decode_line(fields) for fields in _records(path, report))


def _decode_line(fields: Fields) -> SyllabusLine:
    return SyllabusLine(
        id=fields.text("id"),
        tip=fields.integer("tip", 1, TIPS),
        area=fields.text("area"),
        title=fields.text("topic"),
        level=fields.text("level"),
        roles=fields.texts("roles"),
        facts=fields.texts("facts"),
        asked_by=fields.integer("asked_by", 0, 1000),
    )


def _records(path: Path, report: Report) -> list[Fields]:
    text = read_text(path, report)
    node = read_tree(text, report) if text is not None else None
    items = node.items if isinstance(node, Sequence) else []
    return [Fields(item, report) for item in items if isinstance(item, Mapping)]
