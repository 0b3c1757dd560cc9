"""Events out of and into the journal as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from prep_tracker.errors import InputError
from prep_tracker.model.event import Event
from prep_tracker.model.problem import Problem
from prep_tracker.storage import device, files, lines
from prep_tracker.storage.journal import Journal, Merge

MOST_BYTES = 20_000_000
"""A file of events that is larger is not read; the export begins a new file before that."""

MOST_PROBLEMS = 1000


@dataclass(slots=True, kw_only=True)
class Reading:
    """What a foreign file gave.

    Attributes:
        events: Those that can be used.
        problems: Of the lines that cannot.
        is_partial: The form keeps less of an event than we do, so it never replaces one that is there.
    """

    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of an import: the merge, and what was wrong."""

    merge: Merge
    problems: tuple[Problem, ...]


def export_events(journal: Journal, path: Path, now: datetime) -> tuple[int, tuple[Path, ...]]:
    """Write all events as JSON Lines; a large journal becomes FILE, FILE-2, ...

    Args:
        journal: Open.
        path: The file; one that is there is replaced when the new one is whole.
        now: For the header.

    Returns:
        The number of events, and the files.

    Raises:
        WorkspaceError: A file cannot be written.
        JournalError: The journal cannot be read.
    """
    header = lines.render_header(device.get_device(journal), now)
    written: list[Path] = []
    count, part, size = 0, [header], len(header)
    for event in journal.read_all():
        line = lines.render_event(event)
        if size + len(line) + 1 > MOST_BYTES:
            written.append(_write_part(path, len(written) + 1, part))
            part, size = [header], len(header)
        part.append(line)
        size += len(line) + 1
        count += 1
    written.append(_write_part(path, len(written) + 1, part))
    return count, tuple(written)


def _write_part(path: Path, number: int, part: Sequence[str]) -> Path:
    """One file of an export."""
    target = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
    files.write_text(target, "\n".join(part) + "\n")
    return target


def read_file(path: Path) -> Reading:
    """Events of one JSON Lines file; every line that cannot be used is a problem with its number.

    Raises:
        InputError: The file is missing, not a plain file, or larger than 20 MB.
    """
    return read_bytes(read_limited(path), str(path))


def read_limited(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a foreign file.

    Raises:
        InputError: It is missing, not a plain file, or too large.
    """
    try:
        if not path.is_file():
            raise InputError(
                f"{path} is not a file.", "Name a file that `prep-tracker progress export` wrote."
            )
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror or error}.", files.advise(error)
        ) from error
    if len(content) > most:
        raise InputError(
            f"{path} is larger than {most // 1_000_000} MB.",
            "Export it again: large exports are split.",
        )
    return content


def read_bytes(content: bytes, name: str) -> Reading:
    """Events of the bytes of a JSON Lines file.

    Args:
        content: From anywhere.
        name: The file's name, for problems.
    """
    reading = Reading()
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        _read_line(reading, line.strip(b"\r \t"), name, number)
    return reading


def _read_line(reading: Reading, line: bytes, name: str, number: int) -> None:
    """Add one line's event or problem."""
    if not line:
        return
    try:
        event = lines.decode_line(line.decode())
    except UnicodeDecodeError:
        add_problem(reading, name, number, "not UTF-8 text")
    except ValueError as error:
        add_problem(reading, name, number, str(error))
    else:
        if event is not None:
            reading.events.append(event)


def add_problem(reading: Reading, name: str, number: int, message: str) -> None:
    """Note what is wrong with a line; the first thousand are kept."""
    if len(reading.problems) < MOST_PROBLEMS:
        problem = Problem(
            code="bad-line",
            message=message[:300],
            path=name,
            line=number,
            hint="The line was left out.",
        )
        reading.problems.append(problem)


def import_files(journal: Journal, paths: Iterable[Path]) -> Imported:
    """Merge the events of files into the journal, all in one transaction.

    Args:
        journal: Open.
        paths: JSON Lines files, in any order, any number of times.

    Raises:
        InputError: A file cannot be read at all; nothing was imported.
        JournalError: The journal cannot be written; nothing was imported.
    """
    readings = [read_file(path) for path in paths]
    return import_readings(journal, readings)


def import_readings(journal: Journal, readings: Sequence[Reading]) -> Imported:
    """Merge what was read from files into the journal, all in one transaction.

    Raises:
        JournalError: The journal cannot be written; nothing was imported.
    """
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Imported(merge=journal.merge_all(_chain(readings)), problems=problems)


def _chain(readings: Iterable[Reading]) -> Iterator[tuple[Event, bool]]:
    """All events, file by file, each with whether it is only a part of one."""
    for reading in readings:
        for event in reading.events:
            yield event, reading.is_partial
