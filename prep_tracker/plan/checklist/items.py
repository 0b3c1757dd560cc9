"""Make one item with a stable id from its task and the things it names."""

from __future__ import annotations

from hashlib import blake2s

from prep_tracker.model.checklist import ChecklistItem, Reference, When


def make_item(
    task: str, tip: int, when: When, text: str, references: tuple[Reference, ...] = ()
) -> ChecklistItem:
    """An item whose id is the task's name and what it names: its slug, or a short digest of several."""
    ids = sorted(reference.id for reference in references)
    named = (
        ids[0].rpartition("/")[2]
        if len(ids) == 1
        else blake2s("\n".join(ids).encode(), digest_size=2).hexdigest()
    )
    return ChecklistItem(
        id=f"{task}--{named}" if ids else task, tip=tip, when=when, text=text, references=references
    )


def join_names(names: tuple[str, ...]) -> str:
    """`a`, `a and b`, or `a, b and c`."""
    if len(names) < 2:  # noqa: PLR2004 - one name stands alone
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
