"""Documents of the page and the workspace's files: stories, interviews and the profile, brought together without loss."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from prep_tracker.errors import WorkspaceError
from prep_tracker.model.interview import Interview
from prep_tracker.model.profile import Profile
from prep_tracker.model.story import Story
from prep_tracker.model.words import Competency
from prep_tracker.storage import files
from prep_tracker.storage.interviews import KNOWN, TEMPLATE, decode_interview
from prep_tracker.storage.profile import decode_profile, read_profile, write_profile
from prep_tracker.storage.stories import read_story, render_story
from prep_tracker.storage.workspace import Workspace
from prep_tracker.storage.yaml_files import (
    change_mapping,
    decode_list,
    decode_text,
    decode_word,
    read_mapping,
    render_changed,
)

SLUG = re.compile(r"[\w-]{1,80}")
FIELD = re.compile(r"[a-z][a-z_]{0,39}")
HEADING = re.compile(r"^## ", re.MULTILINE)
Document = Mapping[str, Any]


class State(Enum):
    """How a document stands to its file."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document that has, or may have, a file in the workspace.

    Attributes:
        name: `story/<slug>`, `interview/<slug>` or `profile`.
        path: Its file.
        state: How the two stand to each other.
        fault: Why it cannot be used, when it is broken.
    """

    name: str
    path: Path
    state: State
    fault: str = ""


def list_sheets(workspace: Workspace, documents: Mapping[str, Document]) -> tuple[Sheet, ...]:
    """The documents that belong into files, by name; others (checklists, mocks) have none."""
    found = []
    for name, document in documents.items():
        path = _find_path(workspace, name)
        if path is None:
            continue
        try:
            state = _compare(workspace, name, document, path)
        except (WorkspaceError, ValueError, TypeError) as error:
            fault = error.message if isinstance(error, WorkspaceError) else str(error)
            found.append(Sheet(name=name, path=path, state=State.BROKEN, fault=fault))
        else:
            found.append(Sheet(name=name, path=path, state=state))
    return tuple(found)


def write_sheet(workspace: Workspace, sheet: Sheet, document: Document, now: datetime) -> None:
    """Write a document into its file; a file that said something else is kept below `replaced`.

    Raises:
        WorkspaceError: It cannot be used, read or written; the old file is whole.
    """
    kind, _, key = sheet.name.partition("/")
    if sheet.path.exists():
        _keep_old(workspace, sheet.path, now)
    files.make_folder(sheet.path.parent)
    if kind == "profile":
        write_profile(workspace, _merge_profile(read_profile(workspace), document))
    elif kind == "story":
        with files.hold(sheet.path):
            files.write_text(sheet.path, render_story(_decode_story(document, key)))
    elif sheet.path.exists():
        change_mapping(sheet.path, _interview_values(document))
    else:
        with files.hold(sheet.path):
            files.write_text(sheet.path, render_changed(TEMPLATE, _interview_values(document)))


def read_documents(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """What the files say, as documents for the page; a file that cannot be read is left out.

    Raises:
        WorkspaceError: The profile cannot be read.
    """
    found: dict[str, dict[str, Any]] = {"profile": _plain(_profile_values(read_profile(workspace)))}
    for path in sorted(workspace.stories.glob("*.md")):
        try:
            found[f"story/{path.stem}"] = _story_values(read_story(path))
        except WorkspaceError:
            continue
    for path in sorted(workspace.interviews.glob("*.yml")):
        try:
            found[f"interview/{path.stem}"] = _plain(
                {
                    key: value
                    for key, value in read_mapping(path).items()
                    if value not in (None, "", [])
                }
            )
        except WorkspaceError:
            continue
    return found


def _find_path(workspace: Workspace, name: str) -> Path | None:
    kind, _, key = name.partition("/")
    if name == "profile":
        return workspace.profile
    if not SLUG.fullmatch(key):
        return None
    if kind == "story":
        return workspace.stories / f"{key}.md"
    return workspace.interviews / f"{key}.yml" if kind == "interview" else None


def _compare(workspace: Workspace, name: str, document: Document, path: Path) -> State:
    kind, _, key = name.partition("/")
    if kind == "profile":
        profile = read_profile(workspace)
        return _state(is_same=_merge_profile(profile, document) == profile)
    if kind == "story":
        story = _decode_story(document, key)
        return (
            _state(is_same=_told(read_story(path)) == _told(story)) if path.exists() else State.NEW
        )
    values = _interview_values(document)
    interview = _decode_log(values, key)
    if not path.exists():
        return State.NEW
    return _state(is_same=_decode_log({**read_mapping(path), **values}, key) == _decode_log(read_mapping(path), key)
                  and interview.company != "")  # fmt: skip


def _state(*, is_same: bool) -> State:
    return State.SAME if is_same else State.DIFFERS


def _decode_log(values: Mapping[str, Any], key: str) -> Interview:
    return decode_interview(values, key, f"interview/{key}")


def _decode_story(document: Document, key: str) -> Story:
    parts = document.get("parts")
    return Story(
        id=key,
        title=" ".join(decode_text(document.get("title")).split()) or key,
        competencies=tuple(decode_word(Competency)(one) for one in decode_list(document.get("competencies"))),
        project=" ".join(decode_text(document.get("project")).split()),
        numbers=tuple(decode_text(one) for one in decode_list(document.get("numbers"))),
        answers=tuple(decode_text(one) for one in decode_list(document.get("answers"))),
        parts=tuple(
            (" ".join(str(title).split())[:80], HEADING.sub("### ", decode_text(text)))
            for title, text in (parts.items() if isinstance(parts, Mapping) else ())
            if str(title).strip()
        ),
    )  # fmt: skip


def _told(story: Story) -> tuple[object, ...]:
    """What a story says, whatever the order of its parts."""
    parts = {title: text for title, text in story.parts if text}
    return story.title, set(story.competencies), story.project, story.numbers, story.answers, parts


def _story_values(story: Story) -> dict[str, Any]:
    return {
        "title": story.title,
        "competencies": [name.value for name in story.competencies],
        "project": story.project,
        "numbers": list(story.numbers),
        "answers": list(story.answers),
        "parts": {title: text for title, text in story.parts if text},
    }


def _interview_values(document: Document) -> dict[str, Any]:
    """The keys of a log's file, with texts where texts belong; a day alone is a day."""
    values: dict[str, Any] = {}
    for key, value in document.items():
        if key in KNOWN or (FIELD.fullmatch(key) and isinstance(value, str)):
            values[key] = _plain(value)
    starts = values.get("starts")
    if isinstance(starts, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", starts):
        values["starts"] = date.fromisoformat(starts)
    return values


def _merge_profile(profile: Profile, document: Document) -> Profile:
    decoded = decode_profile(dict(document), "profile")
    given = {field.name for field in fields(Profile)} & document.keys()
    return replace(profile, **{name: getattr(decoded, name) for name in given})


def _profile_values(profile: Profile) -> dict[str, Any]:
    return {field.name: getattr(profile, field.name) for field in fields(Profile)}


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else ""


def _keep_old(workspace: Workspace, path: Path, now: datetime) -> None:
    folder = workspace.own / "replaced"
    files.make_folder(folder)
    files.write_text(folder / f"{now:%Y%m%dT%H%M%S}-{path.name}", files.read_text(path))
