"""What `site serve` shows on the learner's own page, read from the workspace at each request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from prep_tracker.cli.output import clean

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.site.serve.personal import Personal, PersonalDay


def read_personal(context: Context) -> Personal | None:
    """Aim, plan and readiness as of now; None where there is no workspace.

    Raises:
        PrepTrackerError: The workspace cannot be read.
    """
    from prep_tracker.cli.today import read_plan_record
    from prep_tracker.site.serve.personal import Personal

    context = replace(context)  # packs and profile may have changed since the last request
    if context.find_workspace() is None:
        return None
    plan = read_plan_record(context)
    readiness: dict[str, Any] = plan["readiness"]
    return Personal(
        today=context.today(),
        interview=date.fromisoformat(plan["interview"]),
        is_supposed=plan["supposed"],
        aim=_list_aim(context),
        remarks=tuple(plan["remarks"]),
        days=tuple(_decode_day(day) for day in plan["days"]),
        more=readiness["more"],
        by_tip=tuple(
            (int(number), shares["now"], shares["planned"])
            for number, shares in readiness["by_tip"].items()
        ),
        course=tuple(readiness["course"]),
        drift=tuple(readiness["drift"]),
    )


def _list_aim(context: Context) -> tuple[tuple[str, str], ...]:
    from prep_tracker.cli.facts import find_company

    profile = context.read_profile()
    names = []
    for name in profile.companies:
        company = find_company(context, name)
        names.append(clean(company.title if company else name))
    return (
        ("Role", profile.role.value),
        ("Level", profile.level.value),
        *(("Company", name) for name in names),
        *(("Round", one.value) for one in profile.rounds),
        ("Minutes a day", f"{profile.minutes_per_day} minutes a day"),
    )


def _decode_day(day: dict[str, Any]) -> PersonalDay:
    from prep_tracker.site.serve.personal import PersonalDay, PersonalTask

    return PersonalDay(
        date=date.fromisoformat(day["date"]),
        tasks=tuple(
            PersonalTask(
                id=task["id"],
                kind=task["kind"],
                title=" ".join(clean(task["title"]).split()),
                minutes=task["minutes"],
                command=task["command"],
            )
            for task in day["tasks"]
        ),
    )
