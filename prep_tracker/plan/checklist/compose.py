"""All sections in order, ticks kept."""

from __future__ import annotations

from dataclasses import replace

from prep_tracker.model.checklist import ChecklistItem, When
from prep_tracker.plan.checklist import after, day_before, in_the_room, morning, this_week
from prep_tracker.plan.checklist.facts import ChecklistFacts

SECTIONS = (this_week, day_before, morning, in_the_room, after)


def compose_checklist(
    facts: ChecklistFacts, ticked: tuple[ChecklistItem, ...] = ()
) -> tuple[ChecklistItem, ...]:
    """The checklist for this learner and this interview, ticked items kept.

    Every one of the twenty tips is covered, whatever the facts hold. With the interview tomorrow
    or today, what belongs to the week is left out, but for the tips that nothing else covers.

    Args:
        facts: What the checklist depends on.
        ticked: Items ticked earlier; those that are no longer proposed stay, as done.
    """
    items = tuple(item for section in SECTIONS for item in section.list_items(facts))
    if facts.days_left is not None and facts.days_left <= 1:
        items = _drop_the_week(items)
    return merge_ticks(items, ticked)


def _drop_the_week(items: tuple[ChecklistItem, ...]) -> tuple[ChecklistItem, ...]:
    """Without the items of the week whose tip is covered otherwise; the rest move to the day before."""
    covered = {item.tip for item in items if item.when is not When.THIS_WEEK}
    kept = (item for item in items if item.when is not When.THIS_WEEK or item.tip not in covered)
    seen: set[int] = set()
    short = []
    for item in kept:
        if item.when is When.THIS_WEEK:
            if item.tip in seen:
                continue
            seen.add(item.tip)
            short.append(replace(item, when=When.DAY_BEFORE))
        else:
            short.append(item)
    order = list(When)
    return tuple(sorted(short, key=lambda item: order.index(item.when)))


def merge_ticks(
    items: tuple[ChecklistItem, ...], ticked: tuple[ChecklistItem, ...]
) -> tuple[ChecklistItem, ...]:
    """`items` with the ticks of `ticked`; ticked items that are no longer there are added, done."""
    done = {item.id for item in ticked}
    now = {item.id for item in items}
    kept = tuple(replace(item, is_done=True) for item in ticked if item.id not in now)
    merged = (*(replace(item, is_done=item.id in done) for item in items), *kept)
    order = list(When)
    return tuple(sorted(merged, key=lambda item: order.index(item.when)))
