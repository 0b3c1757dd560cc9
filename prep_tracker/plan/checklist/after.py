"""Within 24 hours after: write down, thank, repair, send what was promised, plan again."""

from __future__ import annotations

from prep_tracker.model.checklist import ChecklistItem, When
from prep_tracker.plan.checklist.facts import ChecklistFacts
from prep_tracker.plan.checklist.items import join_names, make_item


def list_items(facts: ChecklistFacts) -> tuple[ChecklistItem, ...]:
    """Items for the day after."""
    interview = facts.interview
    log = interview.id if interview else "ID"
    people = tuple(person.name for person in interview.people) if interview else ()
    thanks = (
        f"Thank {join_names(people)}, each differently"
        if people
        else "Thank each interviewer, each differently"
    )
    promised = dict(interview.fields).get("promised", "") if interview else ""
    send = (
        f"Send what you promised ({promised})"
        if promised
        else "Send what they asked for, checked to open and cleared of anything confidential"
    )
    return (
        make_item("debrief", 20, When.AFTER,
                  f"Within the hour, write down every question and how it went: prep-tracker debrief {log}."),
        make_item("thank", 20, When.AFTER,
                  f"{thanks}: prep-tracker email draft thank-you-interviewer --interview {log}."),
        make_item("repair", 20, When.AFTER,
                  "One answer you could have given better: two correct sentences, no excuse, in the same mail or one of its own."),
        make_item("send", 20, When.AFTER, f"{send}."),
        make_item("plan-again", 8, When.AFTER,
                  "Look up what you did not know, with its source, while it is fresh; then make the plan anew: prep-tracker plan."),
    )  # fmt: skip
