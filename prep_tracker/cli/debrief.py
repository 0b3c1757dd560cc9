"""`debrief`: what was asked and how it went; what was missed becomes due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.model.interview import AskedQuestion, Interview
    from prep_tracker.storage.workspace import Workspace

MISSED = 2
"""Answers rated so or lower are missed."""

WORDS = {"again": 1, "missed": 1, "hard": 2, "good": 3, "easy": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@click.command()
@click.argument("key")
@click.option(
    "--asked",
    multiple=True,
    metavar="'QUESTION=RATING'",
    help="A question and how it went (1-4, or again, hard, good, easy); repeat it.",
)
@click.option("--differently", default="", help="What to do differently next time.")
@click.option(
    "--repair",
    default="",
    metavar="ANSWER",
    help="A better answer to the worst question, two sentences, for the follow-up.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def debrief(
    context: Context,
    key: str,
    asked: tuple[str, ...],
    differently: str,
    repair: str,
    *,
    as_json: bool,
) -> None:
    """Write down what was asked, the same day; the plan and your reviews follow.

    Questions are matched to ours where they are the same; others become your own, in a private
    pack in your workspace. What was missed is due now.

    \b
    Examples:
      prep-tracker debrief northwind
      prep-tracker debrief northwind --asked 'What is calibration?=2' --asked 'Explain dropout=4'
    """
    from prep_tracker.storage.interviews import get_interview

    workspace = context.get_workspace()
    interview = get_interview(workspace, key)
    given = [_decode_asked(text) for text in asked] or (
        _ask(context) if context.is_interactive() else []
    )
    if not given:
        raise click.UsageError("Say what was asked: --asked 'QUESTION=RATING'.")
    if not differently and context.is_interactive():
        differently = click.prompt(
            "What will you do differently?", default="", show_default=False, err=True
        )
    answers = [_match(context, workspace, text, went) for text, went in given]
    worst = min(answers, key=lambda one: one.went)
    changed = _record(
        workspace, interview, answers, differently, worst if worst.went <= MISSED else None, repair
    )
    _append_events(context, interview, answers)
    _report(changed, answers, worst, as_json=as_json)


def _decode_asked(text: str) -> tuple[str, int]:
    question, _, mark = text.rpartition("=")
    went = WORDS.get(mark.strip().lower())
    if not question.strip() or went is None:
        raise click.UsageError(
            f"--asked takes QUESTION=RATING with a rating 1-4, not '{clean(text)}'."
        )
    return question.strip(), went


def _ask(context: Context) -> list[tuple[str, int]]:
    """Ask for one question after the other until an empty line."""
    del context
    given = []
    talk("One question a line, as you remember it; an empty line ends.")
    while text := click.prompt("Asked", default="", show_default=False, err=True).strip():
        mark = click.prompt(
            "How did it go (1 again, 2 hard, 3 good, 4 easy)", type=click.IntRange(1, 4), err=True
        )
        given.append((text, int(mark)))
    return given


def _match(context: Context, workspace: Workspace, text: str, went: int) -> AskedQuestion:
    """Our question with this text, or a new one of the learner's own."""
    from prep_tracker.model.interview import AskedQuestion
    from prep_tracker.storage.own_pack import add_own_question, find_same_question

    found = context.catalog.find_question(text) or find_same_question(
        text, context.catalog.questions
    )
    question_id = found.id if found else add_own_question(workspace, text)
    return AskedQuestion(
        text=found.ask if found and found.id == text else text, question_id=question_id, went=went
    )


def _record(
    workspace: Workspace, interview: Interview, answers: list[AskedQuestion], differently: str,
    worst: AskedQuestion | None, repair: str,
) -> Interview:  # fmt: skip
    """Write the answers into the interview's file."""
    from prep_tracker.storage.interviews import change_interview

    before = [
        {"text": one.text, "question": one.question_id, "went": one.went} for one in interview.asked
    ]
    now = [{"text": one.text, "question": one.question_id, "went": one.went} for one in answers]
    texts = {row["text"] for row in now}
    changes: dict[str, object] = {
        "asked": [*(row for row in before if row["text"] not in texts), *now]
    }
    if differently:
        changes["differently"] = differently
    if worst:
        changes["weak_question"] = f"\u201c{worst.text}\u201d"
    if repair:
        changes["better_answer"] = repair
    return change_interview(workspace, interview.id, changes)


def _append_events(context: Context, interview: Interview, answers: list[AskedQuestion]) -> None:
    """An answer in an interview is a review like any other: a missed one is due at once."""
    from prep_tracker.model.event import Event, EventKind, Rating

    events = [
        Event(
            id=context.draw_id(), kind=EventKind.REVIEW, item=one.question_id, at=context.now(), offset=context.offset(),
            rating=Rating(one.went), origin="debrief", data={"interview": interview.id},
        )
        for one in answers
    ]  # fmt: skip
    with context.open_journal() as journal:
        journal.append(*events)


def _report(
    interview: Interview, answers: list[AskedQuestion], worst: AskedQuestion, *, as_json: bool
) -> None:
    missed = [one for one in answers if one.went <= MISSED]
    if as_json:
        rows: list[dict[str, Any]] = [
            {"text": one.text, "question": one.question_id, "went": one.went} for one in answers
        ]
        say_json({"interview": interview.id, "asked": rows, "due": [one.question_id for one in missed],
                  "repair": worst.text if missed else None})  # fmt: skip
        return
    say(f"{interview.id}: {len(answers)} questions, {len(missed)} missed.")
    for one in answers:
        say(
            f"  {'MISSED' if one.went <= MISSED else 'ok':<6}  {clean(one.text)}  ({one.question_id})"
        )
    if missed:
        say("Missed questions are due now: prep-tracker review")
        say(
            f"Repair one in the follow-up: prep-tracker email draft repair-weak-answer --interview {interview.id}"
        )
    talk("The plan changes with this: prep-tracker plan")
