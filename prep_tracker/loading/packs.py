"""Read one pack's folder: the manifest, every content file, and the problems of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from prep_tracker.loading.entry import Entry, Item, Reference
from prep_tracker.loading.figure_files import read_figures
from prep_tracker.loading.folder import Listing, Stamp, is_young, list_pack
from prep_tracker.loading.report import Report
from prep_tracker.model.company import Company
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack
from prep_tracker.model.problem import Problem
from prep_tracker.model.question import Question

Stamps = tuple[Stamp, ...]
Checker = Callable[[Pack, Entry], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReading:
    """A pack as read, with what the checks across packs and the cache need.

    Attributes:
        pack: The pack, or None when its manifest cannot be used.
        references: Ids its files point at.
        entries: Stamps and entry of every content file, by path.
        problems: All problems (those of `pack` as well).
        is_changed: Whether any file had to be read, or checked, anew.
    """

    pack: Pack | None
    references: tuple[Reference, ...] = ()
    entries: Mapping[str, tuple[Stamps, Entry]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_changed: bool = False


_SUFFIXES = {"questions": ".md", "companies": ".yml", "emails": ".md.j2"}


def _read_as(kind: str) -> Callable[[str, str, str, Report], Entry]:
    """The reader of a kind of file, imported (YAML and all) only when a file must be read."""
    if kind == "questions":
        from prep_tracker.loading.questions import read_question

        return read_question
    if kind == "companies":
        from prep_tracker.loading.companies import read_company

        return read_company
    from prep_tracker.loading.emails import read_email

    return read_email


class _PackReader:
    def __init__(
        self,
        pack: Pack,
        root: Path,
        known: Mapping[str, tuple[Stamps, Entry]],
        check: Checker | None,
    ) -> None:
        self.pack = pack
        self.root = root
        self.known = known
        self.check = check
        self.entries: dict[str, tuple[Stamps, Entry]] = {}
        self.is_changed = False

    def keep(self, path: str, stamps: Stamps, read: Callable[[], Entry]) -> None:
        """Take the known entry when the file is unchanged, else read it; run the rules where asked."""
        known = self.known.get(path)
        if known is not None and known[0] == stamps and not self._wants_draft(known[1]):
            entry = known[1]
        else:
            entry = read()
            self.is_changed = True
            if is_young(stamps):
                stamps = ()
        if self.check is not None and entry.findings is None:
            entry = replace(entry, findings=self.check(self.pack, entry), draft=None)
            self.is_changed = True
        self.entries[path] = (stamps, entry)

    def _wants_draft(self, entry: Entry) -> bool:
        """Whether rules are to be run on a broken file, which is kept only as its problems."""
        return self.check is not None and entry.findings is None and entry.item is None

    def read_file(self, path: str, kind: str) -> Entry:
        from prep_tracker.loading.text import decode_text, digest_bytes, read_bytes

        report = Report(self.pack.id, path)
        data = read_bytes(self.root / path, report)
        text = decode_text(data, report) if data is not None else None
        if data is None or text is None:
            return Entry(path=path, item=None, problems=tuple(report.problems))
        slug = path.rpartition("/")[2].removesuffix(_SUFFIXES[kind])
        return _with_digest(_read_as(kind)(text, self.pack.id, slug, report), digest_bytes(data))

    def read_exercise_folder(self, slug: str, names: tuple[str, ...]) -> Entry:
        from prep_tracker.loading.exercises import read_exercise
        from prep_tracker.loading.text import decode_text, digest_bytes, read_bytes

        report = Report(self.pack.id, f"exercises/{slug}/task.md")
        files: dict[str, str] = {}
        everything = b""
        for name in names:
            inner = Report(self.pack.id, f"exercises/{slug}/{name}")
            data = read_bytes(self.root / inner.path, inner)
            text = decode_text(data, inner) if data is not None else None
            report.problems.extend(inner.problems)
            if text is not None and data is not None:
                files[name] = text
                everything += f"{name}\0{len(data)}\0".encode() + data
        entry = read_exercise(files, self.pack.id, slug, report)
        return _with_digest(entry, digest_bytes(everything))

    def read_all(self, listing: Listing) -> None:
        for kind in _SUFFIXES:
            stamps: dict[str, Stamp] = getattr(listing, kind)
            for path, stamp in stamps.items():
                self.keep(path, (stamp,), partial(self.read_file, path, kind))
        for slug, files in listing.exercises.items():
            names = tuple(name for name in files if name == "task.md" or name.endswith(".py"))
            self.keep(
                f"exercises/{slug}/task.md",
                tuple(files[name] for name in names),
                partial(self.read_exercise_folder, slug, names),
            )


def _with_digest(entry: Entry, digest: str) -> Entry:
    if entry.item is None:
        return entry
    item: Any = entry.item
    return replace(entry, item=replace(item, digest=digest))


def read_pack(
    root: Path,
    manifest: Pack,
    *,
    distribution: str = "",
    version: str = "",
    known: Mapping[str, tuple[Stamps, Entry]] | None = None,
    check: Checker | None = None,
) -> PackReading:
    """Read a pack's folder.

    Args:
        root: Folder that holds `pack.yml`.
        manifest: What that file says, from `read_manifest`.
        distribution: Installed distribution that it came from.
        version: That distribution's version.
        known: Entries of an earlier reading, taken over where the stamps still fit.
        check: Rules to run on each entry; None runs none.
    """
    listing = list_pack(root, manifest.id)
    manifest = replace(manifest, figures=read_figures(root, listing))
    reader = _PackReader(manifest, root, known or {}, check)
    reader.read_all(listing)
    problems = [*manifest.problems, *listing.problems]
    entries = [entry for _, entry in reader.entries.values()]
    items = list(_refuse_doubles(entries, manifest.id, problems))
    for entry in entries:
        problems.extend(entry.problems)
        if check is not None:
            problems.extend(entry.findings or ())
    pack = replace(
        manifest,
        questions=tuple(item for item in items if isinstance(item, Question)),
        exercises=tuple(item for item in items if isinstance(item, Exercise)),
        companies=tuple(item for item in items if isinstance(item, Company)),
        emails=tuple(item for item in items if isinstance(item, EmailTemplate)),
        distribution=distribution,
        version=version,
        problems=tuple(problems),
    )
    return PackReading(
        pack=pack,
        references=tuple(reference for entry in entries for reference in entry.references),
        entries=reader.entries,
        problems=tuple(problems),
        is_changed=reader.is_changed or len(known or {}) != len(reader.entries),
    )


def _refuse_doubles(entries: list[Entry], pack: str, problems: list[Problem]) -> Iterator[Item]:
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.item is None:
            continue
        first = seen.setdefault(entry.item.id, entry.path)
        if first == entry.path:
            yield entry.item
        else:
            report = Report(pack, entry.path)
            report.add(
                "duplicate-id",
                f"{entry.item.id} is also {first}",
                line=1,
                hint="rename one of the two files",
            )
            problems.extend(report.problems)
