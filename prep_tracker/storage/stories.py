"""`stories/*.md` read and written: front matter, then one section a part."""

from __future__ import annotations

import re
from pathlib import Path

from prep_tracker.errors import NotFoundError, WorkspaceError
from prep_tracker.model.story import PROJECT_PARTS, PROMPTS, STAR_PARTS, Story
from prep_tracker.model.words import Competency
from prep_tracker.storage import files
from prep_tracker.storage.workspace import Workspace
from prep_tracker.storage.yaml_files import (
    decode_list,
    decode_mapping,
    decode_text,
    decode_word,
    render_changed,
)

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def list_stories(workspace: Workspace) -> tuple[tuple[Story, ...], tuple[WorkspaceError, ...]]:
    """All stories by name, and what could not be read (the others come all the same)."""
    found, faults = [], []
    for path in sorted(workspace.stories.glob("*.md")):
        try:
            found.append(read_story(path))
        except WorkspaceError as error:
            faults.append(error)
    return tuple(found), tuple(faults)


def get_story(workspace: Workspace, key: str) -> Story:
    """The story with this id.

    Raises:
        NotFoundError: There is none.
        WorkspaceError: Its file cannot be read.
    """
    path = workspace.stories / f"{Path(key).stem}.md"
    if not path.is_file():
        names = ", ".join(sorted(other.stem for other in workspace.stories.glob("*.md"))[:8])
        raise NotFoundError(
            f"There is no story '{key}'.",
            f"You have: {names}." if names else "Write one: prep-tracker story new",
        )
    return read_story(path)


def read_story(path: Path) -> Story:
    """One story from its file.

    Raises:
        WorkspaceError: A line cannot be used; says which.
    """
    return decode_story(files.read_text(path), path.stem, str(path))


def decode_story(text: str, key: str, place: str) -> Story:
    """A story from Markdown with front matter; HTML comments are notes to oneself and left out.

    Raises:
        WorkspaceError: A line cannot be used; says which.
    """
    text = text.replace("\r\n", "\n")
    match = FRONT_MATTER.match(text)
    values = decode_mapping(match.group(1), place) if match else {}
    body = COMMENT.sub("", text[match.end() :] if match else text)
    pieces = HEADING.split(body)
    parts = tuple(
        (_name_part(title), content.strip())
        for title, content in zip(pieces[1::2], pieces[2::2], strict=True)
    )
    try:
        return Story(
            id=key,
            title=decode_text(values.get("title")) or key.replace("-", " ").capitalize(),
            competencies=tuple(
                decode_word(Competency)(one) for one in decode_list(values.get("competencies"))
            ),
            project=decode_text(values.get("project")),
            numbers=tuple(decode_text(one) for one in decode_list(values.get("numbers"))),
            answers=tuple(decode_text(one) for one in decode_list(values.get("answers"))),
            parts=parts,
            path=place,
        )
    except (ValueError, TypeError) as error:
        raise WorkspaceError(f"{place}: {error}.", "Correct it in your editor.") from error


def _name_part(title: str) -> str:
    known = {part.casefold(): part for part in (*STAR_PARTS, *PROJECT_PARTS)}
    known["what i learned"] = "Learned"
    return known.get(title.casefold(), title)


def add_story(workspace: Workspace, story: Story) -> Path:
    """Write a new story's file; an existing one is never overwritten.

    Raises:
        WorkspaceError: There is one of that name, or it cannot be written.
    """
    files.make_folder(workspace.stories)
    path = workspace.stories / f"{story.id}.md"
    with files.hold(path):
        if path.exists():
            raise WorkspaceError(
                f"There is a story '{story.id}' already.", f"Edit {path}, or choose another title."
            )
        files.write_text(path, render_story(story))
    return path


def render_story(story: Story) -> str:
    """A story as Markdown with front matter, a note where a part is still empty."""
    front = render_changed(
        "",
        {
            "title": story.title,
            "competencies": [str(name) for name in story.competencies],
            "project": story.project,
            "numbers": list(story.numbers),
            "answers": list(story.answers),
        },
    )
    wanted = (*STAR_PARTS, *(PROJECT_PARTS if story.project else ()))
    parts = "".join(
        f"\n## {part}\n\n{story.part(part) or f'<!-- {PROMPTS[part]} -->'}\n" for part in wanted
    )
    parts += "".join(
        f"\n## {part}\n\n{text}\n" for part, text in story.parts if part not in wanted and text
    )
    return f"---\n{front}---\n{parts}"
