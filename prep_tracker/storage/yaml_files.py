"""YAML files of the workspace: read safely, changed with the learner's comments kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from prep_tracker.errors import WorkspaceError
from prep_tracker.storage import files

MOST_CHARACTERS = 200_000
E = TypeVar("E", bound=StrEnum)


def read_mapping(path: Path) -> dict[str, Any]:
    """The `key: value` lines of a YAML file.

    Raises:
        WorkspaceError: It is missing, unreadable, not YAML, or not a mapping; says the line.
    """
    return decode_mapping(files.read_text(path), str(path))


def decode_mapping(text: str, place: str) -> dict[str, Any]:
    """The `key: value` lines of YAML text.

    Args:
        text: YAML without anchors and aliases.
        place: The file's name, for the error.

    Raises:
        WorkspaceError: It is not that; says the line.
    """
    import yaml

    if len(text) > MOST_CHARACTERS:
        raise WorkspaceError(
            f"{place} is too long.", f"Keep it under {MOST_CHARACTERS:,} characters."
        )
    try:
        if any(
            isinstance(token, yaml.AnchorToken | yaml.AliasToken)
            for token in yaml.scan(text, yaml.CSafeLoader)
        ):
            raise WorkspaceError(
                f"{place} has & or * references.", "Put values that begin with & or * in quotes."
            )
        values = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}" if mark else ""
        what = getattr(error, "problem", None) or str(error)
        raise WorkspaceError(
            f"{place}{where}: {what}.", "Correct the line in your editor."
        ) from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise WorkspaceError(
            f"{place} does not hold `key: value` lines.", "Correct it in your editor."
        )
    return {str(key): value for key, value in values.items()}


def change_mapping(path: Path, changes: Mapping[str, object]) -> None:
    """Set some keys of a YAML file; everything else, comments too, stays.

    Raises:
        WorkspaceError: It cannot be read or written; the old file is whole.
    """
    with files.hold(path):
        old = files.read_text(path) if path.exists() else ""
        decode_mapping(old, str(path))
        files.write_text(path, render_changed(old, changes))


def render_changed(old: str, changes: Mapping[str, object]) -> str:
    """The YAML text with some keys set and the rest as it was.

    Raises:
        WorkspaceError: The old text says one thing twice, or cannot be kept otherwise.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1000
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        document = yaml.load(old) if old.strip() else {}
    except YAMLError as error:
        what = str(getattr(error, "problem", None) or "it is not YAML that can be kept")
        raise WorkspaceError(
            f"The file cannot be changed: {what.splitlines()[0]}.",
            "Correct it in your editor first.",
        ) from error
    for key, value in changes.items():
        document[key] = value
    stream = io.StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def decode_text(value: object) -> str:
    """Text; a list or mapping is refused."""
    if isinstance(value, Mapping | list):
        message = "expected text"
        raise TypeError(message)
    return "" if value is None else str(value).strip()[:20_000]


def decode_day(value: object) -> date | None:
    """A day, written 2027-01-15, or None when empty."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        message = f"{str(value)[:40]!r} is not a day like 2027-01-15"
        raise ValueError(message) from None


def decode_word(kind: type[E]) -> Callable[[object], E]:
    """A decoder for one word of a vocabulary."""

    def decode(value: object) -> E:
        try:
            return kind(str(value).strip().lower())
        except ValueError:
            message = f"{str(value)[:40]!r} is not one of {', '.join(kind)}"
            raise ValueError(message) from None

    return decode


def decode_list(value: object) -> list[Any]:
    """A list; one value stands for a list of one, nothing for an empty one."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]
