"""The learner's folder of one exercise, and what is remembered of the attempt under way."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.cli.output import clean
from prep_tracker.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.event import Rating
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.verdict import Verdict

NOTE = "attempt.json"
LONGEST_FACTOR = 3.0
"""An attempt left open longer than so many times its minutes counts as that."""


@dataclass(slots=True, kw_only=True)
class Attempt:
    """An attempt under way.

    Attributes:
        started: When it was started, ISO 8601.
        counted: Up to when its time is in the journal, ISO 8601.
        hints: How many hints were shown.
        seen: Whether the solution was shown.
        number: How many attempts came before.
    """

    started: str
    counted: str
    hints: int = 0
    seen: bool = False
    number: int = 0


def get_exercise(context: Context, key: str) -> Exercise:
    """The exercise with this id or slug.

    Raises:
        NotFoundError: There is none.
    """
    try:
        return context.catalog.get_exercise(key)
    except NotFoundError as error:
        hint = (
            error.hint
            if "did you mean" in error.hint
            else "`prep-tracker code list` shows them all."
        )
        raise NotFoundError(f"There is no exercise {clean(key)}.", hint) from None


def folder_of(context: Context, exercise: Exercise) -> Path:
    """Where the learner's files for the exercise are."""
    return context.get_workspace().code / exercise.pack / exercise.slug


def get_folder(context: Context, exercise: Exercise) -> Path:
    """The folder of an attempt that was started.

    Raises:
        InputError: None was started.
    """
    folder = folder_of(context, exercise)
    if not (folder / NOTE).is_file():
        raise InputError(
            f"{exercise.id} was not started.",
            f"`prep-tracker code start {exercise.slug}` writes the task and a stub.",
        )
    return folder


def read_attempt(context: Context, folder: Path) -> Attempt:
    """What is remembered; a fresh note where it is missing or damaged."""
    now = context.now().isoformat()
    try:
        note = json.loads((folder / NOTE).read_text("utf-8"))
        started, counted = (
            datetime.fromisoformat(note[name]).astimezone(UTC).isoformat()
            for name in ("started", "counted")
        )
        return Attempt(
            started=started,
            counted=counted,
            hints=int(note["hints"]),
            seen=bool(note["seen"]),
            number=int(note["number"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Attempt(started=now, counted=now)


def write_attempt(folder: Path, attempt: Attempt) -> None:
    """Remember it."""
    from prep_tracker.storage.files import write_text

    write_text(folder / NOTE, json.dumps(asdict(attempt), indent=2) + "\n")


def record_attempt(
    context: Context, exercise: Exercise, attempt: Attempt, verdict: Verdict, **more: object
) -> datetime | None:
    """Append the attempt to the journal and give the exercise's next date."""
    from prep_tracker.model.event import Event, EventKind

    now = context.now()
    spent = (now - datetime.fromisoformat(attempt.counted)).total_seconds()
    data = {
        "passed": verdict.passed,
        "verdict": verdict.verdict,
        "tests": sum(test.status == "passed" for test in verdict.tests),
        "of": len(verdict.tests),
        "hints": attempt.hints,
        "solution_seen": attempt.seen,
        **more,
    }
    event = Event(
        id=context.draw_id(),
        kind=EventKind.ATTEMPT,
        item=exercise.id,
        at=now,
        offset=context.offset(),
        rating=rate(exercise, attempt, verdict, now),
        seconds=min(max(spent, 0.0), LONGEST_FACTOR * exercise.minutes * 60),
        data=data,
    )
    with context.open_journal() as journal:
        journal.append(event)
    attempt.counted = now.isoformat()
    return read_dates(context).get(exercise.id)


def rate(exercise: Exercise, attempt: Attempt, verdict: Verdict, now: datetime) -> Rating:
    """The attempt as a rating: failed or copied 1, with hints or late 2, passed 3, passed in half the time 4."""
    from prep_tracker.model.event import Rating

    minutes = (now - datetime.fromisoformat(attempt.started)).total_seconds() / 60
    if not verdict.passed or attempt.seen:
        return Rating.AGAIN
    if attempt.hints or minutes > exercise.minutes:
        return Rating.HARD
    return Rating.EASY if minutes * 2 <= exercise.minutes and attempt.number else Rating.GOOD


def read_dates(context: Context) -> dict[str, datetime]:
    """When each exercise that was tried is to come back: its attempts replayed as reviews are."""
    from dataclasses import replace

    from prep_tracker.memory.replay import replay_events
    from prep_tracker.model.event import EventKind

    with context.open_journal() as journal:
        events = journal.read_events(kinds=(EventKind.ATTEMPT,))
    marked = [replace(event, kind=EventKind.REVIEW) for event in events if event.rating is not None]
    cards = replay_events(marked, context.read_profile().retention, context.catalog.replaced_by())
    return {item: card.due for item, card in cards.items() if card.due is not None}
