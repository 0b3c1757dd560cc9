"""The plan of the workspace for the Today page, as `plan --json` has it; served to this computer only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from prep_tracker.errors import PrepTrackerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from prep_tracker.site.serve.personal import Personal

PLAN: Final = "/-/plan.json"


def render_plan(read_personal: Callable[[], Personal | None]) -> bytes:
    """The days of the plan and what they lead to; an empty object where there is no plan.

    Args:
        read_personal: Reads the workspace; None when there is none. The Today page then follows its own rule,
            as it does when the workspace cannot be read: the learner's own page says why.
    """
    try:
        personal = read_personal()
    except PrepTrackerError:
        personal = None
    text = json.dumps(_record(personal) if personal else {}, separators=(",", ":"))
    return text.replace("<", "\\u003c").encode("ascii")


def _record(personal: Personal) -> dict[str, object]:
    return {
        "interview": "" if personal.is_supposed else personal.interview.isoformat(),
        "days": [
            {
                "date": day.date.isoformat(),
                "minutes": day.minutes,
                "tasks": [
                    {"id": task.id, "kind": task.kind, "minutes": task.minutes, "title": task.title}
                    for task in day.tasks
                ],
            }
            for day in personal.days
        ],
        "readiness": {"planned": personal.course[-1] if personal.course else None},
    }
