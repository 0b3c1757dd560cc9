"""`plan`: what to do on each day until the interview, and what that will give."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.cli.planning import Planning
    from prep_tracker.model.profile import Profile
    from prep_tracker.plan.whole import PlanDay, WholePlan

DAY_FORM, TIME_FORM = "%Y-%m-%d", "%H:%M"
SINGLE_DAYS = 21
"""Days that have a line each; later ones are shown a week a line."""

WEEK = 7


@click.command()
@click.option("--date", "day", type=click.DateTime([DAY_FORM]), help="Day of the interview.")
@click.option("--minutes", type=click.IntRange(0, 960), help="Minutes a day.")
@click.option("--off", metavar="sat,sun", help="Days of the week off; 'none' for no day off.")
@click.option("--why", metavar="ID", help="Why this question has its weight, and when it comes.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the plan as a page."
)
@click.option(
    "--svg",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write readiness over time as a picture.",
)
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the sittings as a calendar.",
)
@click.option(
    "--at",
    type=click.DateTime([TIME_FORM]),
    default="18:00",
    metavar="HH:MM",
    help="Start of the sittings in the calendar.  [default: 18:00]",
)
@click.option("--all", "every", is_flag=True, help="A line for every day.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def plan(
    context: Context, day: datetime | None, minutes: int | None, off: str | None, why: str | None,
    html: Path | None, svg: Path | None, ics: Path | None, at: datetime, *, every: bool, as_json: bool,
) -> None:  # fmt: skip
    """Plan every day until the interview so that you know most on the day itself.

    The plan is made anew whenever you ask: missed days and surprises are its new start.
    The flags stand in for your profile; `prep-tracker init` changes the profile.

    \b
    Examples:
      prep-tracker plan --date 2027-01-15 --minutes 60 --off sat,sun
      prep-tracker plan --why algorithms/random-forest-variance
    """
    from prep_tracker.cli.planning import make_plan, record_plan

    made = make_plan(context, choose_profile(context.read_profile(), day, minutes, off))
    if why is not None:
        _say_why(context, made, why, as_json=as_json)
        return
    _write_files(context, made.plan, html, svg, (ics, at))
    if as_json:
        say_json(record_plan(made.plan))
        return
    for remark in made.plan.remarks:
        say(remark)
    if any(made.plan.calendar.minutes):
        _say_days(made.plan, every=every)
        _say_prospect(made.plan)


def choose_profile(
    profile: Profile, day: datetime | None, minutes: int | None, off: str | None
) -> Profile:
    """The profile with what the flags say.

    Raises:
        InputError: `off` names something other than days of the week.
    """
    from prep_tracker.errors import InputError
    from prep_tracker.model.profile import Weekday

    if day is not None:
        profile = replace(profile, interview_date=day.date())
    if minutes is not None:
        profile = replace(profile, minutes_per_day=minutes)
    if off is None:
        return profile
    names = [name.strip().casefold()[:3] for name in off.split(",") if name.strip()]
    if names in ([], ["non"]):
        return replace(profile, days_off=(), dates_off=())
    known = {one.value for one in Weekday}
    wrong = [name for name in names if name not in known]
    if wrong:
        raise InputError(
            f"--off has '{clean(wrong[0])}', which is no day of the week.",
            "Write it like --off sat,sun.",
        )
    return replace(profile, days_off=tuple(Weekday(name) for name in names))


def _write_files(
    context: Context,
    made: WholePlan,
    html: Path | None,
    svg: Path | None,
    calendar: tuple[Path | None, datetime],
) -> None:
    from prep_tracker.render import plan as rendering
    from prep_tracker.storage.files import write_bytes, write_text

    workspace = context.find_workspace()
    folders = (workspace.root / "templates",) if workspace else ()
    if html:
        write_text(html, rendering.render_plan(made, folders))
        talk(f"Wrote {html}.")
    if svg:
        write_text(svg, rendering.render_plot(made, folders))
        talk(f"Wrote {svg}.")
    ics, at = calendar
    if ics:
        from prep_tracker.render.calendar import render_calendar

        write_bytes(ics, render_calendar(rendering.make_entries(made, at.time()), context.now()))
        talk(f"Wrote {ics}.")


def _say_days(made: WholePlan, *, every: bool) -> None:
    """The table by day, and the totals."""
    say(f"{'day':<23} {'minutes':>8} {'new':>5} {'review':>7} {'exercise':>9} {'mock':>5}  other")
    single = len(made.days) if every else SINGLE_DAYS
    for day in made.days[:single]:
        say(_row(day.date.strftime("%a %Y-%m-%d"), (day,)))
    rest = made.days[single:]
    for start in range(0, len(rest), WEEK):
        week = rest[start : start + WEEK]
        say(_row(f"{week[0].date.isoformat()} +{len(week)} days", week))
    say(_row("all days", made.days))


def _row(name: str, days: tuple[PlanDay, ...]) -> str:
    from prep_tracker.plan.chores import ChoreKind

    counts = {kind: sum(day.count(kind) for day in days) for kind in ChoreKind}
    minutes = sum(day.minutes_of() for day in days)
    shown = [
        f"{counts[kind] or '-':>{width}}"
        for kind, width in (
            (ChoreKind.NEW, 5), (ChoreKind.REVIEW, 7), (ChoreKind.EXERCISE, 9), (ChoreKind.MOCK, 5),
        )
    ]  # fmt: skip
    other = [
        f"{counts[kind]} {kind.value}" if counts[kind] > 1 else kind.value
        for kind in (ChoreKind.CASE, ChoreKind.STORY, ChoreKind.CHECKLIST)
        if counts[kind]
    ]
    return f"{name:<23} {minutes:>8.0f} {' '.join(shown)}  {', '.join(other)}".rstrip()


def _say_prospect(made: WholePlan) -> None:
    from prep_tracker.render.plan import render_sparkline, say_share

    prospect = made.prospect
    say("")
    say("Readiness: the expected share of what is asked that you know")
    say(f"  today                     {say_share(prospect.now):>6}")
    say(
        f"  on the day, with the plan {say_share(prospect.planned):>6}  {render_sparkline(prospect.course)}"
    )
    say(
        f"  on the day, without it    {say_share(prospect.without):>6}  {render_sparkline(prospect.drift)}"
    )
    say(f"  with 30 minutes more      {say_share(prospect.more):>6}")
    if made.left_out:
        say("")
        say("Left out most:")
    for one in made.left_out:
        noun = "question" if one.questions == 1 else "questions"
        say(
            f"  {one.title}: {one.questions} {noun}, {say_share(one.share)} of what may be asked; {one.why}"
        )
    say("")
    say("Today: prep-tracker today    Why a question: prep-tracker plan --why ID")


def _say_why(context: Context, made: Planning, key: str, *, as_json: bool) -> None:
    """The weight of one item, factor by factor, and the days it comes."""
    from prep_tracker.errors import NotFoundError

    try:
        item = context.catalog.get_question(key).id
    except NotFoundError:
        if context.catalog.find_exercise(key) is None:
            raise
        item = key
    weight = made.weights[item]
    days = [
        day.date.isoformat() for day in made.plan.days if any(task.id == item for task in day.tasks)
    ]
    total = sum(subject.card.weight for subject in made.facts.subjects) or 1.0
    if as_json:
        factors = [
            {"name": f.name, "value": round(f.value, 4), "why": f.why} for f in weight.factors
        ]
        say_json(
            {
                "id": item,
                "weight": round(weight.value, 4),
                "share": weight.value / total,
                "factors": factors,
                "days": days,
            }
        )
        return
    say(f"{item}: weight {weight.value:.2f}, {weight.value / total:.2%} of what may be asked")
    for factor in weight.factors:
        say(f"  x {factor.value:<5.2f} {factor.name:<8} {factor.why}")
    say(
        f"Planned on: {', '.join(days)}"
        if days
        else "It is not in the plan: other questions give more for the time."
    )
