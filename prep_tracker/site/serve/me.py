"""The learner's own page: countdown, today's tasks, readiness over time and by tip, the days of the plan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from prep_tracker.model import urls
from prep_tracker.site.page import (
    Block,
    Cell,
    Chip,
    Chips,
    Code,
    Fold,
    Heading,
    Page,
    Prose,
    Table,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from prep_tracker.site.library import Library
    from prep_tracker.site.serve.personal import Personal, PersonalDay, PersonalTask

ME: Final = "me.html"
TITLE: Final = "Your plan"
MOST_POINTS: Final = 200
"""A longer line of the plot is thinned out to about so many points."""
_DESCRIPTION = "Your own plan, from the folder on this computer; it is in no built site."


def make_me_page(personal: Personal | None, library: Library) -> Page:
    """The page; without a workspace, how to make one."""
    blocks = _invite() if personal is None else tuple(_list_blocks(personal, library))
    return _page(blocks)


def make_trouble_page(message: str, hint: str) -> Page:
    """The page when the workspace cannot be read: what is wrong, and what to do."""
    return _page((Words(text=f"Your plan cannot be shown: {message}"), Words(text=hint)))


def _page(blocks: tuple[Block, ...]) -> Page:
    return Page(url=ME, title=TITLE, description=_DESCRIPTION, blocks=blocks, nav="home")


def _invite() -> tuple[Block, ...]:
    return (
        Words(text="There is no workspace yet: the folder for your profile and reviews."),
        Words(text="Make one in a terminal, then load this page again:"),
        Code(text="prep-tracker init"),
    )


def _list_blocks(personal: Personal, library: Library) -> Iterator[Block]:
    yield Words(text=say_countdown(personal), style="pt-lead")
    if personal.aim:
        yield Chips(items=tuple(Chip(label=label, text=text) for label, text in personal.aim))
    for remark in personal.remarks:
        yield Words(text=remark)
    yield from _show_today(personal, library)
    yield from _show_readiness(personal)
    yield from _show_tips(personal, library)
    yield from _show_days(personal, library)


def say_countdown(personal: Personal) -> str:
    """How long it is until the interview, in one sentence."""
    left, when = (personal.interview - personal.today).days, _say_day(personal.interview)
    if left < 0:
        return f"The interview was on {when}."
    if left == 0:
        return f"The interview is today, {when}."
    word = "supposed to be" if personal.is_supposed else ""
    span = "tomorrow" if left == 1 else f"in {left} days"
    return f"The interview is {word} {span}, on {when}.".replace("  ", " ")


def _show_today(personal: Personal, library: Library) -> Iterator[Block]:
    yield Heading(text="Today", anchor="today")
    today = next((day for day in personal.days if day.date == personal.today), None)
    if today is None or not today.tasks:
        yield Words(text="Nothing is planned for what is left of today.")
        return
    yield Words(
        text=f"{today.minutes:.0f} minutes. `prep-tracker today --start` goes straight into it."
    )
    yield _show_tasks(today, library)


def _show_tasks(day: PersonalDay, library: Library) -> Table:
    return Table(
        header=("Task", "Kind", "Minutes"),
        rows=tuple(
            (
                _show_task(task, library),
                Cell(text=task.kind),
                Cell(text=f"{max(task.minutes, 1):.0f}"),
            )
            for task in day.tasks
        ),
    )


def _show_task(task: PersonalTask, library: Library) -> Cell:
    """Its title, with the page about it; the command where there is none."""
    url = library.find_url(task.id)
    kind, _, name = task.id.partition("/")
    if kind == "mock" and task.kind == "mock":
        url = urls.round_url(name)
    title = library.titles.get(task.id, task.title) if url else task.title
    hint = "" if url or not task.command else f": `{task.command}`"
    return Cell(text=f"{title}{hint}", url=url)


def _show_readiness(personal: Personal) -> Iterator[Block]:
    course, drift = personal.course, personal.drift
    if not course or not drift:
        return
    yield Heading(text="Readiness", anchor="readiness")
    yield Words(text="The expected share of what is asked that you know.")
    yield Table(
        header=("When", "Readiness"),
        rows=(
            _row("today", drift[0]),
            _row("on the day, with the plan", course[-1]),
            _row("on the day, without it", drift[-1]),
            _row("on the day, with 30 minutes a day more", personal.more),
        ),
    )
    if len(course) > 1:
        yield Prose(text=write_plot(course, drift))
        yield Fold(
            title="The same numbers as a table",
            anchor="readiness-numbers",
            is_minor=True,
            blocks=(_show_course(personal.today, course, drift),),
        )


def write_plot(course: Sequence[float], drift: Sequence[float]) -> str:
    """Both lines as a `plot` block of ours; nothing in it is anybody's text."""
    step = max(1, -(-len(course) // MOST_POINTS))
    places = sorted({*range(0, len(course), step), len(course) - 1})

    def write_line(name: str, shares: Sequence[float]) -> str:
        points = ", ".join(f"[{day}, {shares[day] * 100:.1f}]" for day in places)
        return f"  - name: {name}\n    points: [{points}]\n"

    return (
        "```plot\ntitle: Readiness over time, with and without the plan\n"
        "x: days from today\ny: readiness in per cent\nlines:\n"
        f"{write_line('with the plan', course)}{write_line('without it', drift)}```\n"
    )


def _show_course(today: date, course: Sequence[float], drift: Sequence[float]) -> Table:
    return Table(
        header=("Morning of", "With the plan", "Without it"),
        rows=tuple(
            (Cell(text=_say_day(today + timedelta(days=number))), _share(planned), _share(idle))
            for number, (planned, idle) in enumerate(zip(course, drift, strict=False))
        ),
    )


def _show_tips(personal: Personal, library: Library) -> Iterator[Block]:
    if not personal.by_tip:
        return
    yield Heading(text="Readiness by tip", anchor="tips")
    yield Table(
        header=("Tip", "Today", "On the day, with the plan"),
        rows=tuple(
            (_show_tip(number, library), _share(now), _share(planned))
            for number, now, planned in personal.by_tip
        ),
    )


def _show_tip(number: int, library: Library) -> Cell:
    tip = library.tips.get(number)
    if tip is None:
        return Cell(text=f"Tip {number}")
    return Cell(text=f"{number}. {tip.title}", url=urls.tip_url(number, tip.slug))


def _show_days(personal: Personal, library: Library) -> Iterator[Block]:
    later = [day for day in personal.days if day.date > personal.today]
    if not later:
        return
    yield Heading(text="The days to come", anchor="days")
    for day in later:
        name = _say_day(day.date)
        if day.tasks:
            noun = "task" if len(day.tasks) == 1 else "tasks"
            yield Fold(
                title=f"{name}: {len(day.tasks)} {noun}, {day.minutes:.0f} minutes",
                anchor=f"day-{day.date.isoformat()}",
                is_minor=True,
                blocks=(_show_tasks(day, library),),
            )
        else:
            yield Words(text=f"{name}: nothing planned")


def _row(name: str, share: float) -> tuple[Cell, Cell]:
    return Cell(text=name), _share(share)


def _share(share: float) -> Cell:
    return Cell(text=f"{share:.0%}")


def _say_day(day: date) -> str:
    return day.strftime("%a %Y-%m-%d")
