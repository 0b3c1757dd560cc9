"""Ticked items of the checklist, kept while the checklist itself is made anew each time."""

from __future__ import annotations

import json
from pathlib import Path

from prep_tracker.errors import WorkspaceError
from prep_tracker.model.checklist import ChecklistItem, Reference, When
from prep_tracker.storage import files
from prep_tracker.storage.workspace import Workspace

NAME = "checklist.json"


def ticks_path(workspace: Workspace) -> Path:
    """The file with the ticks; text, one item a line."""
    return workspace.root / NAME


def read_ticks(workspace: Workspace) -> tuple[ChecklistItem, ...]:
    """Items that were ticked, as they stood then.

    Raises:
        WorkspaceError: The file is there but cannot be used.
    """
    path = ticks_path(workspace)
    if not path.exists():
        return ()
    try:
        rows = json.loads(files.read_text(path))["done"]
        return tuple(_decode(row) for row in rows)
    except (ValueError, TypeError, KeyError) as error:
        raise WorkspaceError(
            f"{path} is damaged.", "Move it away; only the ticks are in it."
        ) from error


def _decode(row: dict[str, object]) -> ChecklistItem:
    references = row.get("references")
    return ChecklistItem(
        id=str(row["id"]),
        tip=int(str(row["tip"])),
        when=When(str(row["when"])),
        text=str(row["text"]),
        references=tuple(
            Reference(id=str(ref["id"]), title=str(ref["title"]))
            for ref in (references if isinstance(references, list) else [])
        ),
        is_done=True,
    )


def change_ticks(workspace: Workspace, items: tuple[ChecklistItem, ...], *, is_done: bool) -> None:
    """Tick items, or take their ticks back.

    Raises:
        WorkspaceError: The file cannot be read or written; the old one is whole.
    """
    path = ticks_path(workspace)
    with files.hold(path):
        kept = {item.id: item for item in read_ticks(workspace)}
        for item in items:
            kept.pop(item.id, None)
            if is_done:
                kept[item.id] = item
        rows = [
            {
                "id": item.id, "tip": item.tip, "when": item.when.value, "text": item.text,
                "references": [{"id": ref.id, "title": ref.title} for ref in item.references],
            }
            for item in kept.values()
        ]  # fmt: skip
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        files.write_text(path, f'{{"done": [\n{lines}\n]}}\n')
