"""Make one item with a stable id from its task and the things it names."""

from __future__ import annotations

from prep_tracker.model.checklist import ChecklistItem, Reference, When


def make_item(
    task: str, tip: int, when: When, text: str, references: tuple[Reference, ...] = ()
) -> ChecklistItem:
    """An item whose id is the task's name, followed by the slugs of what it names."""
    slugs = (reference.id.rpartition("/")[2] for reference in references)
    return ChecklistItem(
        id="--".join((task, *slugs)), tip=tip, when=when, text=text, references=references
    )


def join_names(names: tuple[str, ...]) -> str:
    """`a`, `a and b`, or `a, b and c`."""
    if len(names) < 2:  # noqa: PLR2004 - one name stands alone
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
