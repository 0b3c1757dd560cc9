"""The pre-interview checklist: what each tip asks of this learner, before this interview."""

from __future__ import annotations

from prep_tracker.plan.checklist.compose import compose_checklist, merge_ticks
from prep_tracker.plan.checklist.facts import ChecklistFacts, Ranking

__all__ = ["ChecklistFacts", "Ranking", "compose_checklist", "merge_ticks"]
