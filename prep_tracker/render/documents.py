"""Templates of our documents, and those of the workspace that stand in for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prep_tracker.errors import NotFoundError, TemplateError
from prep_tracker.render.sandbox import MAX_TEMPLATE_CHARACTERS, render_sandboxed

OWN = Path(__file__).parent / "templates"


def read_template(name: str, folders: tuple[Path, ...] = ()) -> str:
    """The text of a document's template.

    Args:
        name: Its file name, e.g. `checklist.md.j2`.
        folders: Looked through first, in order: the workspace's `templates/`, then those of packs; links are passed over.

    Raises:
        NotFoundError: There is none of that name.
        TemplateError: It is too long or not UTF-8.
    """
    for folder in (*folders, OWN):
        path = folder / name
        if path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()[: MAX_TEMPLATE_CHARACTERS * 4 + 1]
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise TemplateError(
                f"{path} is not UTF-8 text.", "Save it as UTF-8 in your editor."
            ) from error
    raise NotFoundError(f"There is no template '{name}'.", "Check its name.")


def render_document(name: str, data: Mapping[str, Any], folders: tuple[Path, ...] = ()) -> str:
    """A document from its template, which may be the learner's own; HTML is escaped.

    Raises:
        TemplateError: The template is wrong, forbidden, or lacks a field.
    """
    source = read_template(name, folders)
    return render_sandboxed(source, data, autoescape=".html" in name)
