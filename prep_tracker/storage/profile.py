"""`profile.yml` read and written; the learner's comments stay."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from prep_tracker.errors import WorkspaceError
from prep_tracker.model.profile import Profile, Weekday
from prep_tracker.model.words import Level, Role, Round
from prep_tracker.storage import files
from prep_tracker.storage.workspace import Workspace
from prep_tracker.storage.yaml_files import read_mapping

TEMPLATE = """\
# What you aim at. Edit it as you like: your comments stay.
# After a change, `prep-tracker plan` makes a new plan from here.

role: mle               # mle, ds, research, genai, mlops
level: mid              # junior, mid, senior, staff
companies: []           # names, or ids of company profiles: prep-tracker search --kind company NAME
rounds: [coding, ml-breadth, ml-depth, system-design, project, behavioral, business]
interview_date:         # 2027-01-15; leave empty when you do not know it yet
minutes_per_day: 45
days_off: []            # mon, tue, wed, thu, fri, sat, sun
dates_off: []           # 2026-12-24
retention: 0.9          # how surely you want to recall a question when it comes back
words_per_minute: 140   # how fast you speak

# For e-mails; nothing of this leaves your machine.
name: ""
email: ""
phone: ""
link: ""
"""


def read_profile(workspace: Workspace) -> Profile:
    """The learner's aim.

    Raises:
        WorkspaceError: The file is missing or something in it cannot be used; says what and where.
    """
    cache = workspace.cache / CACHE
    stamp = _stamp(workspace.profile)
    with suppress(OSError, ValueError, TypeError, KeyError, WorkspaceError):
        kept = json.loads(cache.read_bytes())
        if stamp and kept["stamp"] == stamp:
            return decode_profile(kept["values"], str(workspace.profile))
    profile = decode_profile(read_mapping(workspace.profile), str(workspace.profile))
    if stamp and time.time_ns() - stamp[0] > YOUNG and workspace.own.is_dir():
        values = {field.name: getattr(profile, field.name) for field in fields(Profile)}
        files.write_cache(
            cache, json.dumps({"stamp": stamp, "values": values}, default=str).encode()
        )
    return profile


CACHE = "profile.json"
YOUNG = 2_000_000_000
"""A file changed less than this many nanoseconds ago may change again without a new stamp."""


def _stamp(path: Path) -> list[int]:
    """What changes when a file is written; empty when it is not there."""
    try:
        info = path.stat()
    except OSError:
        return []
    return [info.st_mtime_ns, info.st_size, info.st_ino]


def decode_profile(values: object, place: str) -> Profile:
    """A profile from plain values; keys that are missing or empty have their default.

    Args:
        values: What `profile.yml` holds.
        place: The file's name, for the error.

    Raises:
        WorkspaceError: A value cannot be used.
    """
    if values is None:
        return Profile()
    if not isinstance(values, Mapping):
        raise WorkspaceError(
            f"{place} does not hold `key: value` lines.",
            "See the lines `prep-tracker init` writes.",
        )
    chosen: dict[str, Any] = {}
    for field in fields(Profile):
        value = values.get(field.name)
        if value is None or value == "":
            continue
        try:
            chosen[field.name] = DECODERS[field.name](value)
        except (ValueError, TypeError) as error:
            raise WorkspaceError(f"{place}: {field.name}: {error}.", _hint(field.name)) from error
    try:
        return Profile(**chosen)
    except ValueError as error:
        raise WorkspaceError(f"{place}: {error}.", "Correct the number.") from error


W = TypeVar("W", bound=StrEnum)


def _word(kind: type[W]) -> Callable[[object], W]:
    """A decoder for one word of a vocabulary."""

    def decode(value: object) -> W:
        try:
            return kind(str(value).strip().lower())
        except ValueError:
            message = f"{str(value)[:40]!r} is not one of {', '.join(kind)}"
            raise ValueError(message) from None

    return decode


def _several(decode: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    """A decoder for a list, or for one value in place of a list of one."""

    def decode_all(value: object) -> tuple[Any, ...]:
        values = value if isinstance(value, list) else [value]
        return tuple(dict.fromkeys(decode(one) for one in values))

    return decode_all


def _text(value: object) -> str:
    """One line of text."""
    if isinstance(value, Mapping | list):
        message = "expected one line of text"
        raise TypeError(message)
    return " ".join(str(value).split())[:500]


def _day(value: object) -> date:
    """A day, written 2027-01-15."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        message = f"{str(value)[:40]!r} is not a day like 2027-01-15"
        raise ValueError(message) from None


def _number(value: object) -> float:
    """A number, whole where it can be."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        message = "expected a number"
        raise TypeError(message)
    try:
        return float(value)
    except ValueError:
        message = f"{str(value)[:40]!r} is not a number"
        raise ValueError(message) from None


def _whole(value: object) -> int:
    """A whole number."""
    number = _number(value)
    if number != int(number):
        message = f"{value!r} is not a whole number"
        raise ValueError(message)
    return int(number)


DECODERS: dict[str, Callable[[object], Any]] = {
    "role": _word(Role),
    "level": _word(Level),
    "companies": _several(_text),
    "rounds": _several(_word(Round)),
    "interview_date": _day,
    "minutes_per_day": _whole,
    "days_off": _several(_word(Weekday)),
    "dates_off": _several(_day),
    "retention": _number,
    "words_per_minute": _whole,
    "name": _text,
    "email": _text,
    "phone": _text,
    "link": _text,
}
"""How each key of `profile.yml` is understood; also used by the options of `init`."""


def _hint(key: str) -> str:
    """An example of a key's value."""
    examples = {
        "interview_date": "2027-01-15",
        "days_off": "[sat, sun]",
        "dates_off": "[2026-12-24]",
        "rounds": "[coding, ml-depth]",
        "minutes_per_day": "45",
        "retention": "0.9",
        "words_per_minute": "140",
    }
    return (
        f"For example: `{key}: {examples[key]}`"
        if key in examples
        else "Correct it in your editor."
    )


def write_profile(workspace: Workspace, profile: Profile) -> None:
    """Bring `profile.yml` up to date; comments, order and unknown keys stay.

    Raises:
        WorkspaceError: It cannot be read or written; the old file is whole.
    """
    with files.hold(workspace.profile):
        old = files.read_text(workspace.profile) if workspace.profile.exists() else TEMPLATE
        new = render_profile(old, profile)
        if new != old:
            files.write_text(workspace.profile, new)


def render_profile(old: str, profile: Profile) -> str:
    """The text of `profile.yml` with this profile's values and the old text's comments.

    Raises:
        WorkspaceError: The old text is not YAML that can be kept.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1000
    try:
        document = yaml.load(old)
        before = decode_profile(document, "profile.yml") if document else None
    except (YAMLError, ValueError) as error:
        raise WorkspaceError(
            "profile.yml is not valid YAML.", "Correct it in your editor first."
        ) from error
    if document is None:
        document = yaml.load(TEMPLATE)
    for field in fields(Profile):
        value = getattr(profile, field.name)
        if before is None or getattr(before, field.name) != value or field.name not in document:
            document[field.name] = _plain(value)
    stream = io.StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def _plain(value: object) -> object:
    """A profile's value as YAML has it."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        from ruamel.yaml.comments import CommentedSeq

        items = CommentedSeq([_plain(item) for item in value])
        items.fa.set_flow_style()
        return items
    return value
