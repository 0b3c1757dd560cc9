"""Load every pack into one catalog: through plugins, or from folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.catalog import Catalog
from prep_tracker.loading.cache import no_collection, read_cache, read_remembered, write_cache
from prep_tracker.loading.entry import Entry, Reference
from prep_tracker.loading.packs import PackReading, read_pack
from prep_tracker.loading.places import data_root
from prep_tracker.loading.report import Report
from prep_tracker.model.failure import Failure
from prep_tracker.model.pack import Pack
from prep_tracker.model.problem import Problem
from prep_tracker.model.syllabus import SyllabusLine, Tip
from prep_tracker.plugins import PackSource, Plugins, find_plugins

if TYPE_CHECKING:
    from prep_tracker.loading.rules import Rule


def load_catalog(
    sources: Sequence[Path | PackSource] | None = None,
    *,
    plugins: Plugins | None = None,
    check: bool = False,
    with_installed: bool = False,
) -> Catalog:
    """Load packs into one catalog; what is wrong with them is in it as values, never raised.

    Args:
        sources: Folders that hold a `pack.yml` each; None takes what plugins give.
        plugins: Plugins found before; None finds them.
        check: Whether to run the rules and the checks across packs (`packs check`, `site build`).
        with_installed: Whether packs of plugins come in, too, where their id is not among `sources`.
    """
    if plugins is None:
        plugins = find_plugins() if sources is None or with_installed else Plugins()
    given = [
        source if isinstance(source, PackSource) else PackSource(root=source)
        for source in sources or ()
    ]
    if sources is None or with_installed:
        roots = {source.root for source in given}
        given += [source for source in plugins.pack_sources() if source.root not in roots]
    rules = all_rules(plugins) if check else ()
    name = digest_rules(rules)
    with no_collection():
        readings = [(source, _read(source, rules, name)) for source in given]
    return _join(readings, plugins, is_checked=check)


def all_rules(plugins: Plugins) -> tuple[Rule, ...]:
    """Our rules, then those of plugins."""
    from prep_tracker.loading.rules import RULES

    return (*RULES, *plugins.rules(frozenset(rule.name for rule in RULES)))


def digest_rules(rules: Sequence[Rule]) -> str:
    """What names a set of rules: those of plugins are named with the plugin's module."""
    return " ".join(f"{rule.check.__module__}:{rule.name}" for rule in rules)


def _read(source: PackSource, rules: tuple[Rule, ...], name: str) -> PackReading:
    def check(pack: Pack, entry: Entry) -> tuple[Problem, ...]:
        return run_rules(rules, pack, entry)

    report = Report(source.root.name, "pack.yml")
    manifest = _read_manifest(source.root, report)
    if manifest is None:
        return PackReading(pack=None, problems=tuple(report.problems))
    same_rules, known = read_cache(source.root, name)
    reading = read_pack(
        source.root,
        manifest,
        distribution=source.distribution,
        version=source.version,
        known=known,
        check=check if rules else None,
    )
    if reading.is_changed:
        write_cache(source.root, name or same_rules, reading.entries)
    return reading


def run_rules(rules: Iterable[Rule], pack: Pack, entry: Entry) -> tuple[Problem, ...]:
    """What the rules find in one entry; a rule that breaks is a problem itself."""
    found: list[Problem] = []
    if entry.item is None:
        if entry.draft is None:
            return ()
        entry = replace(entry, item=entry.draft)
        rules = [rule for rule in rules if not rule.sample.endswith("field")]
    for rule in rules:
        report = Report(pack.id, entry.path)
        try:
            for finding in rule.check(pack, entry):
                report.add(
                    rule.name,
                    finding.message,
                    line=finding.line,
                    column=finding.column,
                    hint=finding.hint,
                )
        except Exception as error:  # noqa: BLE001 - a rule may come from a plugin
            report.add(
                "broken-rule",
                f"the rule {rule.name} failed: {type(error).__name__}",
                hint="report it",
            )
        found.extend(report.problems)
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column)))


def _join(
    readings: list[tuple[PackSource, PackReading]], plugins: Plugins, *, is_checked: bool
) -> Catalog:
    packs: dict[str, Pack] = {}
    references: dict[str, tuple[Reference, ...]] = {}
    failures: list[Failure] = []
    homeless: list[Problem] = []
    for source, reading in readings:
        pack = reading.pack
        if pack is None:
            failures.append(_unreadable(source, reading))
            homeless.extend(reading.problems)
        elif pack.id in packs:
            if Path(packs[pack.id].root) != source.root:
                failures.append(_double(source, packs[pack.id]))
        else:
            packs[pack.id] = pack
            references[pack.id] = reading.references
    catalog = Catalog(
        packs=tuple(packs.values()),
        tips=_read_tips(data_root() / "tips.yml"),
        syllabus=_read_syllabus(data_root() / "syllabus.yml"),
        failures=(*plugins.failures, *failures),
        problems=tuple(homeless),
    )
    if not is_checked:
        return catalog
    from prep_tracker.loading.references import check_references, check_same_ask

    return replace(
        catalog,
        problems=(*homeless, *check_references(catalog, references), *check_same_ask(catalog)),
        failures=(*plugins.failures, *failures),
    )


def _read_manifest(root: Path, report: Report) -> Pack | None:
    def read() -> tuple[Pack, ...]:
        from prep_tracker.loading.manifest import read_manifest

        manifest = read_manifest(root, report)
        return () if manifest is None else (manifest,)

    found = read_remembered((root / "pack.yml", root / "synonyms.yml"), Pack, read)
    return found[0] if found else None


def _read_tips(path: Path) -> tuple[Tip, ...]:
    def read() -> tuple[Tip, ...]:
        from prep_tracker.loading.manifest import read_tips

        return read_tips(path, Report("", path.name))

    return read_remembered((path,), Tip, read)


def _read_syllabus(path: Path) -> tuple[SyllabusLine, ...]:
    def read() -> tuple[SyllabusLine, ...]:
        from prep_tracker.loading.manifest import read_syllabus

        return read_syllabus(path, Report("", path.name))

    return read_remembered((path,), SyllabusLine, read)


def _unreadable(source: PackSource, reading: PackReading) -> Failure:
    first = reading.problems[0] if reading.problems else None
    return Failure(
        plugin=source.plugin or source.root.name,
        distribution=source.distribution,
        version=source.version,
        cause=first.render_line() if first else "pack.yml cannot be read",
        hint=first.hint if first else "",
    )


def _double(source: PackSource, first: Pack) -> Failure:
    place = first.distribution or first.root
    return Failure(
        plugin=source.plugin or source.root.name,
        distribution=source.distribution,
        version=source.version,
        cause=f"the pack id {first.id} is already taken by {place}",
        hint="one of the two must get another id, or be uninstalled",
    )
