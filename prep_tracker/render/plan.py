"""The plan as HTML, its plot as SVG, a line of blocks for the terminal, and a calendar."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from prep_tracker.plan.chores import RULES, ChoreKind
from prep_tracker.plan.whole import PlanDay, WholePlan
from prep_tracker.render.calendar import Entry
from prep_tracker.render.documents import render_document

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 14, 30
BLOCKS = "▁▂▃▄▅▆▇█"


def render_plan(plan: WholePlan, folders: tuple[Path, ...] = ()) -> str:
    """The plan as one self-contained HTML page."""
    plot = b64encode(render_plot(plan, folders).encode()).decode()
    prospect = plan.prospect
    data = {
        "title": f"Your plan to {plan.calendar.interview.isoformat()}",
        "remarks": list(plan.remarks),
        "rules": list(RULES),
        "has_plot": len(prospect.course) > 1,
        "plot": f"data:image/svg+xml;base64,{plot}",
        "readiness": [
            ["today", say_share(prospect.now)],
            ["on the day without studying", say_share(prospect.without)],
            ["on the day with this plan", say_share(prospect.planned)],
            ["with 30 minutes a day more", say_share(prospect.more)],
        ],
        "days": [_plain_day(day) for day in plan.days],
        "left_out": [
            {"title": one.title, "questions": one.questions, "share": say_share(one.share), "why": one.why}
            for one in plan.left_out
        ],
    }  # fmt: skip
    return render_document("plan.html.j2", data, folders).rstrip("\n") + "\n"


def _plain_day(day: PlanDay) -> dict[str, Any]:
    return {
        "date": day.date.strftime("%a %Y-%m-%d"),
        "minutes": f"{day.minutes_of():.0f}",
        "tasks": [
            {
                "title": " ".join(task.title.split()),
                "kind": task.kind.value,
                "minutes": f"{task.minutes:.0f}",
            }
            for task in day.tasks
        ],
    }


def say_share(share: float) -> str:
    """A share as a percentage without decimals, below 1 % with one."""
    return f"{share:.1%}" if 0 < share < 0.01 else f"{share:.0%}"  # noqa: PLR2004 - one per cent


def render_plot(plan: WholePlan, folders: tuple[Path, ...] = ()) -> str:
    """Readiness over time with and without the plan, as SVG that explains itself to a reader."""
    course, drift = plan.prospect.course, plan.prospect.drift
    first, last = plan.calendar.today, plan.calendar.interview
    data = {
        "width": WIDTH, "height": HEIGHT, "left": LEFT, "right": WIDTH - RIGHT,
        "bottom": HEIGHT - BOTTOM, "first": first.isoformat(), "last": last.isoformat(),
        "course": _points(course), "drift": _points(drift),
        "planned": say_share(course[-1]), "without": say_share(drift[-1]), "now": say_share(drift[0]),
        "lines": [
            {"y": f"{_height(level):.1f}", "label": f"{level:.0%}"} for level in (0, 0.25, 0.5, 0.75, 1)
        ],
    }  # fmt: skip
    return render_document("plot.svg.j2", data, folders)


def _height(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)


def _points(shares: Sequence[float]) -> str:
    """Points of a line from the left edge to the right one."""
    step = (WIDTH - LEFT - RIGHT) / max(len(shares) - 1, 1)
    return " ".join(f"{LEFT + n * step:.1f},{_height(share):.1f}" for n, share in enumerate(shares))


def render_sparkline(shares: Sequence[float], width: int = 40) -> str:
    """A line of blocks, from 0 to 1, at most `width` of them."""
    if not shares:
        return ""
    count = min(width, len(shares))
    places = [round(n * (len(shares) - 1) / max(count - 1, 1)) for n in range(count)]
    top = len(BLOCKS) - 1
    return "".join(BLOCKS[min(top, max(0, round(shares[place] * top)))] for place in places)


def make_entries(plan: WholePlan, start: time) -> tuple[Entry, ...]:
    """A sitting for each day that has tasks, one after the other from `start`, local time.

    Keys name the day and the place in it, so that a new plan takes the old one's place.
    """
    entries = []
    for day in plan.days:
        moment = datetime.combine(day.date, start)
        sittings = groupby(day.tasks, key=lambda task: _sitting(task.kind, task.title))
        for number, (name, tasks) in enumerate(sittings):
            group = list(tasks)
            minutes = max(1, round(sum(task.minutes for task in group)))
            notes = [f"{task.minutes:.0f} min  {' '.join(task.title.split())}" for task in group]
            entries.append(
                Entry(
                    key=f"plan:{day.date.isoformat()}:{number}",
                    title=f"{name} ({len(group)})" if len(group) > 1 else name,
                    starts=moment, minutes=minutes, note="\n".join([*notes, "", group[0].command]),
                )
            )  # fmt: skip
            moment += timedelta(minutes=minutes)
    return tuple(entries)


def _sitting(kind: ChoreKind, title: str) -> str:
    """Name of the sitting a task belongs to: cards of a day are one."""
    return (
        "Study and review" if kind in {ChoreKind.NEW, ChoreKind.REVIEW} else " ".join(title.split())
    )
