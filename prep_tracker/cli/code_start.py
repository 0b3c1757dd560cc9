"""Begin an attempt: the task and the stub as files, an old attempt kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.cli.code_attempt import Attempt, folder_of, write_attempt
from prep_tracker.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from prep_tracker.cli.context import Context
    from prep_tracker.model.exercise import Exercise


def begin(context: Context, exercise: Exercise, *, again: bool, name: str = "solution.py") -> Path:
    """Write task and stub; the folder.

    Args:
        context: Clock and workspace.
        exercise: The exercise.
        again: Begin anew; what is there moves into `attempt-1`, `attempt-2`, ...
        name: File of the stub.

    Raises:
        InputError: There is an attempt already and it is not `again`.
    """
    from prep_tracker.storage.files import make_folder, write_text

    folder = folder_of(context, exercise)
    make_folder(folder)
    number = sum(1 for _ in folder.glob("attempt-*"))
    old = [path for path in sorted(folder.iterdir()) if not path.name.startswith("attempt-")]
    if old and not again:
        raise InputError(
            f"There is an attempt at {exercise.id} already: {folder}.",
            "--again begins anew and keeps it; `code check` judges it.",
        )
    if old:
        number += 1
        kept = folder / f"attempt-{number}"
        kept.mkdir()
        for path in old:
            path.rename(kept / path.name)
    write_text(folder / "task.md", render_task(exercise))
    write_text(folder / name, exercise.starter)
    now = context.now().isoformat()
    write_attempt(folder, Attempt(started=now, counted=now, number=number))
    return folder


def render_task(exercise: Exercise) -> str:
    """What an interviewer would say, as Markdown; no hints, no approach."""
    allowed = ", ".join(exercise.requires) or "the standard library only"
    return (
        f"# {exercise.title}\n\n> {exercise.ask}\n\n"
        f"- Write: `{exercise.signature}`\n- Allowed: {allowed}\n- Time asked for: {exercise.time}; memory: {exercise.memory}\n"
        f"- Minutes: {exercise.minutes}\n\n{exercise.section_text('Task').strip()}\n"
    )
