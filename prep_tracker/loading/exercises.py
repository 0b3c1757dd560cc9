"""Read one exercise folder: `task.md` and its Python files."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from prep_tracker.loading.entry import Entry, Reference
from prep_tracker.loading.fields import Fields
from prep_tracker.loading.questions import (
    place_id,
    place_id_of_topic,
    place_ids,
    read_front_matter,
    section_links,
)
from prep_tracker.loading.report import Report
from prep_tracker.loading.sections import cut_items, cut_probes, cut_sections, split_front_matter
from prep_tracker.loading.sources import decode_sources
from prep_tracker.model.exercise import Exercise, Mutant
from prep_tracker.model.question import Section
from prep_tracker.model.words import Asked, Level, Role, Round

PYTHON_FILES = ("starter.py", "solution.py", "tests.py")


def read_exercise(files: Mapping[str, str], pack: str, slug: str, report: Report) -> Entry:
    """One exercise as an entry.

    Args:
        files: Text by path inside the exercise's folder (`task.md`, `mutants/no_max.py`, ...).
        pack: Id of the pack.
        slug: Name of the folder.
        report: Collects the problems; its path is that of `task.md`.
    """
    for name in PYTHON_FILES:
        if name not in files:
            report.add("missing-file", f"the exercise has no {name}", hint=f"write {slug}/{name}")
    halves = split_front_matter(files.get("task.md", ""), report)
    fields = read_front_matter(halves, report) if halves is not None else None
    if halves is None or fields is None:
        return Entry(path=report.path, item=None, problems=tuple(report.problems))
    sections = cut_sections(halves, report)
    exercise, references = _decode(fields, sections, files, pack, slug)
    fields.refuse_unknown()
    sound = not report.problems
    return Entry(
        path=report.path,
        item=exercise if sound else None,
        places=fields.node.places,
        references=(*references, *section_links(sections, report.path)) if sound else (),
        problems=tuple(report.problems),
    )


def _decode(
    fields: Fields, sections: tuple[Section, ...], files: Mapping[str, str], pack: str, slug: str
) -> tuple[Exercise, list[Reference]]:
    report = fields.report
    by_title = {section.title: section for section in sections}
    covers, covered = place_ids(fields, "covers", pack)
    replaces, replaced = place_id(fields, "replaces")
    topic, topics = place_id_of_topic(fields, pack)
    exercise = Exercise(
        id=f"{pack}/{slug}",
        pack=pack,
        slug=slug,
        title=fields.text("title"),
        ask=fields.text("ask"),
        topic=topic,
        level=fields.word("level", Level),
        roles=fields.words("roles", Role),
        rounds=fields.words("rounds", Round),
        minutes=fields.integer("minutes", 1, 120),
        asked=fields.word("asked", Asked),
        signature=fields.text("signature"),
        requires=fields.texts("requires", required=False),
        oracles=fields.texts("oracles", required=False),
        time=fields.text("time"),
        memory=fields.text("memory"),
        covers=covers,
        replaces=replaces,
        sources=decode_sources(fields),
        sections=sections,
        hints=tuple(text for text, _ in cut_items(by_title.get("Hints"), numbered=True)),
        probes=cut_probes(by_title.get("Probes"), report),
        rubric=tuple(text for text, _ in cut_items(by_title.get("Rubric"))),
        starter=files.get("starter.py", ""),
        solution=files.get("solution.py", ""),
        tests=files.get("tests.py", ""),
        oracle=files.get("oracle.py", ""),
        mutants=read_mutants(files, report),
        path=report.path.rpartition("/")[0],
    )
    return exercise, [*covered, *replaced, *topics]


def read_mutants(files: Mapping[str, str], report: Report) -> tuple[Mutant, ...]:
    """The files below `mutants/`; each must parse and say in its docstring what is wrong."""
    folder = report.path.rpartition("/")[0]
    mutants = []
    for name in sorted(files):
        if not name.startswith("mutants/"):
            continue
        inner = Report(report.pack, f"{folder}/{name}")
        why = _first_docstring_line(files[name], inner)
        report.problems.extend(inner.problems)
        mutants.append(
            Mutant(
                name=name.removeprefix("mutants/").removesuffix(".py"), why=why, code=files[name]
            )
        )
    return tuple(mutants)


def _first_docstring_line(code: str, report: Report) -> str:
    try:
        docstring = ast.get_docstring(ast.parse(code)) or ""
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", 0) or 0
        report.add(
            "python-syntax", f"this is not Python: {error}", line=line, hint="mend the syntax"
        )
        return ""
    why = docstring.strip().split("\n")[0]
    if not why:
        report.add(
            "no-docstring",
            "the mutant does not say what is wrong with it",
            line=1,
            hint="write a docstring",
        )
    return why
