"""`mock`: a timed interview in the terminal, scored against the rubric."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from datetime import datetime

    from prep_tracker.cli.context import Context
    from prep_tracker.model.question import Question
    from prep_tracker.plan.mock import Mark, MockPlan

ROUNDS = ("coding", "ml-breadth", "ml-depth", "system-design", "project", "behavioral", "business")


@click.command()
@click.option(
    "--round", "name", type=click.Choice(ROUNDS), required=True, help="Kind of interview."
)
@click.option("--minutes", type=click.IntRange(5, 240), default=45, show_default=True)
@click.option("--company", default="", help="Weigh topics as this company does.")
@click.option(
    "--level",
    type=click.Choice(["junior", "mid", "senior", "staff"]),
    help="Instead of your profile's.",
)
@click.option("--seed", type=int, help="The same seed draws the same mock.")
@click.option("--draw", is_flag=True, help="Only show what would be asked.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def mock(context: Context, /, **options: Any) -> None:
    """A mock interview: drawn questions, a time budget, probes, a scorecard.

    Questions fit round, level, company and what is weak in your journal; a different set each time.
    Your marks go into the journal, the scorecard into your workspace.

    \b
    Examples:
      prep-tracker mock --round ml-breadth
      prep-tracker mock --round system-design --minutes 45 --company google --seed 7
    """
    seed = options["seed"] if options["seed"] is not None else context.rng.randrange(10**6)
    plan = _draw(context, options, seed)
    if not plan.questions:
        from prep_tracker.errors import NotFoundError

        raise NotFoundError(
            "No question in your packs fits this round and level.",
            "Try another --round or --level.",
        )
    if options["draw"] or not context.is_interactive():
        _show_draw(plan, seed, as_json=options["as_json"])
        return
    marks = _hold(context, plan)
    _finish(context, plan, marks, seed, as_json=options["as_json"])


def _draw(context: Context, options: dict[str, Any], seed: int) -> MockPlan:
    from prep_tracker.cli.facts import find_company, recaller, weigher
    from prep_tracker.model.words import Level, Round
    from prep_tracker.plan.mock import draw_mock

    profile = context.read_profile()
    name = options["company"] or next(iter(profile.companies), "")
    weigh = weigher(context, profile, find_company(context, name) if name else None)
    recall = recaller(context, context.read_cards())

    def weight(question: Question) -> float:
        return weigh(question) * (1.2 - recall(question.id))

    return draw_mock(
        context.catalog.questions,
        weight,
        name=Round(options["name"]),
        level=Level(options["level"]) if options["level"] else profile.level,
        minutes=options["minutes"],
        rng=Random(seed),  # noqa: S311 - a draw to be repeated, not a secret
    )


def _show_draw(plan: MockPlan, seed: int, *, as_json: bool) -> None:
    if as_json:
        say_json({
            "round": plan.round.value, "minutes": plan.minutes, "seed": seed,
            "phases": [{"title": phase.title, "starts": phase.starts, "ends": phase.ends} for phase in plan.phases],
            "questions": [{"id": question.id, "ask": question.ask, "minutes": question.minutes} for question in plan.questions],
        })  # fmt: skip
        return
    say(f"{plan.round.value}, {plan.minutes} minutes, seed {seed}")
    for phase in plan.phases:
        say(f"  {phase.starts:>3}-{phase.ends:<3} {phase.title}")
    for number, question in enumerate(plan.questions, 1):
        say(f"{number}. {question.ask} ({question.minutes} min, {question.id})")


def _hold(context: Context, plan: MockPlan) -> list[Mark]:
    """Ask everything; what was marked before Ctrl-C or `q` counts."""
    start = context.now()
    say(
        f"A {plan.round.value} round of {plan.minutes} minutes. Answer aloud. Enter goes on; q ends."
    )
    marks: list[Mark] = []
    with _nudges(plan):
        for number, question in enumerate(plan.questions, 1):
            _say_clock(context, plan, start)
            say(f"\nInterviewer: {question.ask}")
            talk(f"({number} of {len(plan.questions)}, about {question.minutes} minutes)")
            try:
                mark = _ask_one(context, question)
            except click.Abort:
                talk("Ended here; what you marked counts.")
                break
            if mark is None:
                break
            marks.append(mark)
    return marks


@contextmanager
def _nudges(plan: MockPlan) -> Iterator[None]:
    """Say the time at half and five minutes before the end, even while the learner is speaking."""
    timers = [
        threading.Timer(minute * 60, talk, (f"\n[{plan.minutes - minute} minutes left: {plan.phase_at(minute).title}]",))
        for minute in plan.nudges
    ]  # fmt: skip
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        for timer in timers:
            timer.cancel()


def _say_clock(context: Context, plan: MockPlan, start: datetime) -> None:
    minute = (context.now() - start).total_seconds() / 60
    talk(f"[minute {minute:.0f} of {plan.minutes}: {plan.phase_at(minute).title}]")


def _ask_one(context: Context, question: Question) -> Mark | None:
    """One question with its probes and marks; None when the learner ends the mock."""
    from prep_tracker.plan.mock import RUBRIC, Mark

    start = context.now()
    if _pause("Your answer, then Enter"):
        return None
    for probe in question.probes:
        say(f"Interviewer: {clean(probe.ask)}")
        if _pause("Enter"):
            return None
    seconds = (context.now() - start).total_seconds()
    say("What a strong answer says:")
    for number, point in enumerate(question.key_points, 1):
        say(f"  {number}. {clean(point)}")
    said = click.prompt(
        "Which did you say (numbers, e.g. 1 3)", default="", show_default=False, err=True
    )
    numbers = tuple(
        sorted({int(word) for word in said.replace(",", " ").split() if word.isdigit()})
    )
    marks = tuple(
        (name, int(click.prompt(f"{name} 0-4", type=click.IntRange(0, 4), err=True)))
        for name in RUBRIC
    )
    note = click.prompt("Note to yourself", default="", show_default=False, err=True)
    points = tuple(number for number in numbers if 1 <= number <= len(question.key_points))
    return Mark(
        question=question.id,
        points_said=points,
        points=len(question.key_points),
        marks=marks,
        seconds=seconds,
        note=note,
    )


def _pause(words: str) -> bool:
    """Wait for Enter; whether the learner wants to end."""
    answer: str = click.prompt(words, default="", show_default=False, err=True)
    return answer.strip().lower() == "q"


def _finish(
    context: Context, plan: MockPlan, marks: list[Mark], seed: int, *, as_json: bool
) -> None:
    """Scorecard on screen and in the workspace, marks into the journal."""
    from prep_tracker.model.event import Event, EventKind, Rating
    from prep_tracker.storage.files import write_text

    if not marks:
        talk("Nothing was marked; nothing was written.")
        return
    score = sum(mark.score for mark in marks) / len(marks)
    at, offset = context.now(), context.offset()
    events = [
        Event(id=context.draw_id(), kind=EventKind.REVIEW, item=mark.question, at=at, offset=offset, rating=Rating(mark.rating),
              seconds=min(mark.seconds, 86_400), origin="mock", data={"points": list(mark.points_said)})
        for mark in marks
    ]  # fmt: skip
    name = f"mock/{plan.round.value}-{at:%Y-%m-%d-%H%M}"
    events.append(Event(id=context.draw_id(), kind=EventKind.MOCK, item=name, at=at, offset=offset, origin="terminal",
                        seconds=min(sum(mark.seconds for mark in marks), 86_400),
                        data={"round": plan.round.value, "score": round(score, 3), "seed": seed}))  # fmt: skip
    with context.open_journal() as journal:
        journal.append(*events)
    path = context.get_workspace().drafts / f"{name.replace('/', '-')}.md"
    card = _render_scorecard(context, plan, marks, score, seed)
    write_text(path, card)
    if as_json:
        say_json(
            {
                "score": score,
                "marks": [
                    {"question": mark.question, "score": mark.score, "rating": mark.rating}
                    for mark in marks
                ],
            }
        )
    else:
        say(card)
    talk(f"Scorecard: {path}. The marks are in your journal.")


def _render_scorecard(
    context: Context, plan: MockPlan, marks: list[Mark], score: float, seed: int
) -> str:
    """The scorecard from its template, which may be the learner's own."""
    from prep_tracker.plan.mock import RUBRIC
    from prep_tracker.render.documents import render_document

    asks = {question.id: clean(question.ask) for question in plan.questions}
    weakest = min(marks, key=lambda mark: mark.score).question
    data = {
        "round": plan.round.value, "minutes": plan.minutes, "score": round(score * 100), "seed": seed, "rubric": list(RUBRIC),
        "rows": [{"ask": asks[mark.question], "said": len(mark.points_said), "points": mark.points,
                  "marks": [str(value) for _, value in mark.marks], "minutes": round(mark.seconds / 60)} for mark in marks],
        "weakest": {"ask": asks[weakest], "id": weakest},
        "notes": [{"ask": asks[mark.question], "text": clean(mark.note)} for mark in marks if mark.note],
    }  # fmt: skip
    return render_document("scorecard.md.j2", data, context.template_folders())
